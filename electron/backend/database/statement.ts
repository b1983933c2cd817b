// SQL with Kysely's types, compiled once and kept prepared: Kysely checks it, better-sqlite3 runs it.
import {
  DummyDriver,
  Kysely,
  OperationNodeTransformer,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueNode,
  type Compilable,
  type CompiledQuery,
  type KyselyPlugin,
} from 'kysely';
import type { Schema } from '../../../db/schema/index.ts';
import type { BetterSqlite, Db, Tx } from './handle.ts';

/** Stands in a compiled query where a value will be bound by name. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Writes a bound value as `+?`, which means the same. Where a value could steer its plan (`column = ?` with an ORDER
 * BY, a LIMIT), SQLite prepares a statement anew at each run, which costs more than running it; behind a plus it does
 * not look.
 */
class SteadyCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?';
  }
}

/** Writes a query's constants into its text: SQLite proves a partial index fit for a query from literals only. */
class Literals extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return node.value instanceof Placeholder ? node : ValueNode.createImmediate(node.value);
  }
}

const literals = new Literals();
const writeLiterals: KyselyPlugin = {
  transformQuery: ({ node }) => literals.transformNode(node),
  transformResult: async ({ result }) => result,
};

/** Builds queries and never runs one: there is no connection behind it. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SteadyCompiler(),
  },
  plugins: [writeLiterals],
});

/** A reading statement: `all` rows, or the first one as `get`. Parameters are bound by name. */
export interface Query<P, R> {
  all(db: Db, params: P): R[];
  get(db: Db, params: P): R | undefined;
  /** Rows one by one; the connection must not write while it runs. */
  iterate(db: Db, params: P): IterableIterator<R>;
}

/** A writing statement. Answers how many rows it changed. */
export interface Change<P> {
  run(tx: Tx, params: P): number;
}

/** The rows a parameter object may carry: what SQLite can bind, by name. */
type Params = object;

interface Prepared<P> {
  on(db: Db): BetterSqlite.Statement;
  values(params: P): unknown[];
}

function prepare<P extends Params>(build: (db: Kysely<Schema>, params: P) => Compilable): Prepared<P> {
  let compiled: CompiledQuery | undefined;
  const compile = (): CompiledQuery => {
    const params = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
    return (compiled ??= build(builder, params as P).compile());
  };
  const self: Prepared<P> = {
    on(db) {
      let statement = db.prepared.get(self);
      if (!statement) {
        statement = db.connection.prepare(compile().sql);
        db.prepared.set(self, statement);
      }
      return statement;
    },
    values: (params) =>
      compile().parameters.map((value) =>
        value instanceof Placeholder ? params[value.name as keyof P] : value,
      ),
  };
  return self;
}

/** A query: `query<{ id: number }>()((db, p) => db.selectFrom('visit').selectAll().where('id', '=', p.id))`. */
export function query<P extends Params = object>() {
  return <R>(build: (db: Kysely<Schema>, params: P) => Compilable<R>): Query<P, R> => {
    const prepared = prepare<P>(build);
    return {
      all: (db, params) => prepared.on(db).all(...prepared.values(params)) as R[],
      get: (db, params) => prepared.on(db).get(...prepared.values(params)) as R | undefined,
      iterate: (db, params) => prepared.on(db).iterate(...prepared.values(params)) as IterableIterator<R>,
    };
  };
}

/** A change: an insert, update or delete, run inside a transaction only. */
export function change<P extends Params>() {
  return (build: (db: Kysely<Schema>, params: P) => Compilable): Change<P> => {
    const prepared = prepare<P>(build);
    return { run: (tx, params) => prepared.on(tx).run(...prepared.values(params)).changes };
  };
}

/** A change that answers the row it wrote (`returning …`). */
export function returning<P extends Params>() {
  return <R>(
    build: (db: Kysely<Schema>, params: P) => Compilable<R>,
  ): { get(tx: Tx, params: P): R | undefined } => query<P>()(build);
}

/** Saves rows of a view by their primary key. */
export interface Save<Row> {
  /**
   * Inserts the row, or puts every column anew; where the row that is there is given as `before`, only what differs:
   * whatever an update sets is written to its indexes again, changed or not, which is a page more in the log.
   */
  run(tx: Tx, row: Row, before?: Row | null): void;
}

/** What a desk does changes a few sets of columns; who types whatever they like does not fill the memory. */
const MOST_SETS = 64;

export function upsert<T extends keyof Schema & string>(
  table: T,
  key: keyof Schema[T] & string,
  columns: readonly (keyof Schema[T] & string)[],
): Save<Schema[T]> {
  type Row = Schema[T];
  const quoted = (names: readonly string[], between: string, as: (name: string) => string) =>
    names.map((name) => as(`"${name}"`)).join(between);
  const all = [key, ...columns];
  const whole = rowStatement<Row>(
    `insert into "${table}" (${quoted(all, ', ', (c) => c)}) values (${all.map(() => '?').join(', ')}) ` +
      `on conflict ("${key}") do update set ${quoted(columns, ', ', (c) => `${c} = excluded.${c}`)}`,
    all,
  );
  const sets = new Map<string, Change<Row>>();
  function update(changed: readonly (keyof Row & string)[]): Change<Row> {
    const name = changed.join();
    const known = sets.get(name);
    if (known) return known;
    if (sets.size === MOST_SETS) return whole;
    const set = quoted(changed, ', ', (c) => `${c} = ?`);
    const made = rowStatement<Row>(`update "${table}" set ${set} where "${key}" = ?`, [...changed, key]);
    sets.set(name, made);
    return made;
  }
  return {
    run(tx, row, before) {
      if (!before) return void whole.run(tx, row);
      const changed = columns.filter((column) => row[column] !== before[column]);
      if (changed.length > 0) update(changed).run(tx, row);
    },
  };
}

/** A writing statement whose `?` are columns of a row. */
function rowStatement<Row>(sql: string, columns: readonly string[]): Change<Row> {
  const self: Change<Row> = {
    run(tx, row) {
      let statement = tx.prepared.get(self);
      if (!statement) {
        statement = tx.connection.prepare(sql);
        tx.prepared.set(self, statement);
      }
      return statement.run(...columns.map((column) => row[column as keyof Row])).changes;
    },
  };
  return self;
}
