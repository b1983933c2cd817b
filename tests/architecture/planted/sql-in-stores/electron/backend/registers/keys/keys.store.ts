// A store may.
const query = 'SELECT 1';
