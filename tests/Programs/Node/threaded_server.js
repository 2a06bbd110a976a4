const net = require("node:net");

const [host = "127.0.0.1", port = "9000", timeout = "300"] = process.argv.slice(2);
const milliseconds = Number(timeout) * 1000;

// Node has no thread for each client: each has handlers of its own, and none waits for another.
function serve(client) {
  client.setTimeout(milliseconds, () => client.destroy());
  client.on("error", (error) => console.error(`Client lost: ${error.message}`));
  client.on("data", (data) => {
    process.stdout.write(data);
    client.write(data);
  });
  client.on("end", () => client.end());
}

const server = net.createServer((client) => {
  waiting.refresh();
  serve(client);
});
server.on("error", (error) => {
  console.error(`Error: ${error.message}`);
  clearTimeout(waiting);
});
const waiting = setTimeout(() => {
  console.error("Timeout: nobody calls");
  server.close();
}, milliseconds);
server.listen(Number(port), host, () => console.log(`Listening on ${host}:${port}`));
