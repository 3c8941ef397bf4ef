import express from 'express';

function refuseMethod(allow) {
  return (req, res) => res.status(405).set('Allow', allow).json({ error: 'Method not allowed' });
}

export function createApp() {
  const app = express();
  app.disable('x-powered-by');

  app.route('/health')
    .get((req, res) => res.json({ status: 'ok' }))
    .all(refuseMethod('GET, HEAD'));

  app.route('/echo')
    .post(express.raw({ type: () => true, limit: '2mb' }), (req, res) => {
      res.type('application/octet-stream').send(req.body ?? Buffer.alloc(0));
    })
    .all(refuseMethod('POST'));

  app.use((req, res) => res.status(404).json({ error: 'Not found' }));
  return app;
}
