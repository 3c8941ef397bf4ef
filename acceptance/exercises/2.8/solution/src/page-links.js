// The URLs of the neighbors of a page, with the filters and the order of the request.
export function pageLinks(req, { limit, offset, total }) {
  const url = (start) => `${req.baseUrl}?${new URLSearchParams({ ...req.query, limit, offset: start })}`;
  const links = {};
  if (offset + limit < total) links.next = url(offset + limit);
  if (offset > 0) links.prev = url(Math.max(0, offset - limit));
  return links;
}
