// Teaches dependency-cruiser's swc visitor the `using` declarations that swc itself parses.
/* oxlint-disable typescript/no-deprecated -- dependency-cruiser walks with this visitor, so this is the one to teach */
import { Visitor } from '@swc/core/Visitor.js';

type Statement = Parameters<Visitor['visitStatement']>[0];
/** A node that swc makes and its typings do not know. */
type UsingDeclaration = {
  type: 'UsingDeclaration';
  decls: Parameters<Visitor['visitVariableDeclarators']>[0];
};

const { visitStatement } = Visitor.prototype;

/** Without this a cruise stops at the first `using` with "Unknown statement type". */
export function visitUsingDeclarations(): void {
  Visitor.prototype.visitStatement = function visit(statement: Statement | UsingDeclaration): Statement {
    if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
    this.visitVariableDeclarators(statement.decls);
    return { type: 'EmptyStatement', span: { start: 0, end: 0, ctxt: 0 } };
  };
}
