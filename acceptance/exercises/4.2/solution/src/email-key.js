// The form of an address by which it is found and compared.
export const emailKey = (email) => email.trim().toLowerCase();
