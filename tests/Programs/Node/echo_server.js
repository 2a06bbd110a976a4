const net = require("node:net");

const [host = "127.0.0.1", port = "9000", timeout = "300"] = process.argv.slice(2);

const server = net.createServer((client) => {
  waiting.refresh();
  client.on("error", (error) => console.error(`Client lost: ${error.message}`));
  client.once("data", (data) => {
    console.log(`Message: ${data}`);
    client.end(data);
  });
});
server.on("error", (error) => {
  console.error(`Error: ${error.message}`);
  clearTimeout(waiting);
});
const waiting = setTimeout(() => {
  console.error("Timeout: nobody calls");
  server.close();
}, Number(timeout) * 1000);
server.listen(Number(port), host, () => console.log(`Listening on ${host}:${port}`));
