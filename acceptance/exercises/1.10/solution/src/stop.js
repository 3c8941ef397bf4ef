export function stopOnSignal(server, timeoutMs) {
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function closeUnused() {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }

  function stop(signal) {
    console.error(`${signal}: stopping`);
    server.close();
    closeUnused();
    setInterval(closeUnused, 50).unref();
    setTimeout(() => {
      server.closeAllConnections();
      process.exit(1);
    }, timeoutMs).unref();
  }

  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
