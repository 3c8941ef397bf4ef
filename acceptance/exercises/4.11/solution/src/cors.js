const EXPOSED = 'ETag, Link, Location, X-Request-Id';
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match',
  'Access-Control-Max-Age': '600',
};

const isPreflight = (req) => req.method === 'OPTIONS' && req.get('access-control-request-method') !== undefined;

// Lets the pages of these origins read the answers. Never together with cookies.
export function cors(origins) {
  return (req, res, next) => {
    res.vary('Origin');
    const origin = req.get('origin');
    if (!origins.includes(origin)) return next();
    res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED });
    if (!isPreflight(req)) return next();
    res.set(PREFLIGHT).status(204).end();
  };
}
