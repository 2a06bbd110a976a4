const net = require("node:net");

const [host = "127.0.0.1", port = "9000", message = "Hello, server!", timeout = "300"] = process.argv.slice(2);

const socket = net.createConnection({ host, port: Number(port) });
socket.setTimeout(Number(timeout) * 1000);
socket.on("connect", () => socket.write(message));
socket.once("data", (reply) => {
  console.log(reply.toString());
  socket.end();
});
socket.on("timeout", () => {
  console.error("Timeout: the server does not answer");
  socket.destroy();
});
socket.on("error", (error) => console.error(`Error: ${error.message}`));
