import { requireRole, requireUser } from './auth.js';
import { refuseMethod } from './refuse-method.js';

const GUARDS = { user: [requireUser], staff: [requireRole('staff')] };

function allowOf(methods) {
  const names = Object.keys(methods).flatMap((name) => (name === 'get' ? ['GET', 'HEAD'] : [name.toUpperCase()]));
  return names.join(', ');
}

// All operations of the app. What is not registered with `on` is not in the description.
export function createOperations() {
  const list = [];
  const routes = new Set();

  // Gives a function that registers one path: { get: [{ operationId, … }, …handlers], post: … }.
  // `needs` of an operation says who may use it: 'user', 'staff', or nobody in particular.
  function on(router, prefix = '') {
    return (path, methods) => {
      const route = router.route(path);
      routes.add(route);
      for (const [method, [operation, ...handlers]] of Object.entries(methods)) {
        list.push({ method, path: prefix + (path === '/' && prefix ? '' : path), ...operation });
        route[method](...(GUARDS[operation.needs] ?? []), ...handlers);
      }
      route.all(refuseMethod(allowOf(methods)));
    };
  }

  return { list, on, has: (route) => routes.has(route) };
}
