import { HttpError } from './problem.js';

// The tool as it is kept inside has a `shelf`; each version says what clients call it.
function createVersion(shelfName) {
  const known = ['id', 'name', shelfName];
  return {
    columns: known,
    in(body) {
      const unknown = Object.keys(body).find((name) => !known.includes(name));
      if (unknown) throw new HttpError(400, `This version knows no ${unknown}`);
      const { [shelfName]: shelf, ...rest } = body;
      return { ...rest, shelf };
    },
    out: ({ shelf, ...rest }) => (shelf === undefined ? rest : { ...rest, [shelfName]: shelf }),
  };
}

export const v1 = createVersion('place');
export const v2 = createVersion('shelf');
