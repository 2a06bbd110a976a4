// Opens five hundred connections, and speaks on the last one only.
using System.Net.Sockets;
using System.Text;

List<TcpClient> clients = [];
for (int count = 0; count < 500; count++)
{
    clients.Add(new TcpClient(args[0], int.Parse(args[1])));
}
clients[^1].Client.Send(Encoding.UTF8.GetBytes(args[2]));
clients[^1].Client.Receive(new byte[1024]);
