import type { ComplexityEstimator as Cost } from 'graphql-query-complexity'

// What a document costs is the sum of what its fields say here. The unit is an order or an event that is read and
// answered; whatever stands in the row anyway (sku, claim, price) is free. Sizes are cut to what the field can answer:
// a size that will be refused, a negative one above all, must not make the rest of the document cheaper.

/** A statement of the database, whatever it finds. */
const statement = 10
/** Written orders cost more than read ones: row locks, history, an event each. */
const written = 5
/** What one hash of a password costs beside an order that is read. */
const hashed = 1_000
/** An order's history has about so many events. */
const events = 20
/** Warehouses and seller accounts are few. */
const few = 20
/** A board counts what a large warehouse has in work, not what is in work now: a document must not become too dear by itself. */
const boardOrders = 6_000
const pageMost = 100
const hoursMost = 48
const ordersMost = 1_000
const heldMost = 200

const within = (value: unknown, most: number): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 1), most) : most

/** One statement, and one answer. */
export const readOne: Cost = ({ childComplexity }) => statement + childComplexity

/** One statement, and a short list. */
export const readFew: Cost = ({ childComplexity }) => statement + few * (1 + childComplexity)

/** A page of `first` or `last`; who does not say how many pays for the largest page, so saying it is never dearer. */
export const readPage: Cost = ({ args, childComplexity }) =>
  statement + within(args['first'] ?? args['last'], pageMost) * (1 + childComplexity)

/** One statement, and a list of what there is, cut to a page. */
export const readMost: Cost = ({ childComplexity }) => statement + pageMost * (1 + childComplexity)

/** All that one person may hold. */
export const readHeld: Cost = ({ childComplexity }) => statement + heldMost * (1 + childComplexity)

/** The events of one order; those of a whole list are read in one statement. */
export const readTimeline: Cost = ({ childComplexity }) => events * (1 + childComplexity)

/** The hours of a board’s throughput. */
export const readHours: Cost = ({ args, childComplexity }) =>
  statement + within(args['hours'], hoursMost) * (1 + childComplexity)

/** A board: every order in work is read, whatever is selected of it. */
export const readBoard: Cost = ({ childComplexity }) => boardOrders + childComplexity

/** The orders of a board that is read already. */
export const boardList: Cost = ({ childComplexity }) => boardOrders * childComplexity

/** A command for one thing. */
export const commandOne: Cost = ({ childComplexity }) => statement + written + childComplexity

/** A new policy moves the deadlines of every order in work. */
export const changePolicy: Cost = ({ childComplexity }) => boardOrders + childComplexity

/** A command for the orders of that argument; more than a call takes are refused at once. */
export const commandMany =
  (argument: string): Cost =>
  ({ args, childComplexity }) => {
    const given: unknown = args[argument]
    return (
      statement + within(Array.isArray(given) ? given.length : ordersMost, ordersMost) * (written + childComplexity)
    )
  }

/** A password or a PIN is hashed: some 40 ms of a core, as much as a large page. */
export const hashOne: Cost = ({ childComplexity }) => hashed + childComplexity

/** A command for all that one person may hold. */
export const commandHeld: Cost = ({ childComplexity }) => statement + heldMost * written + childComplexity

/** Claims so many, and reads all that is held then. */
export const claimCount: Cost = ({ args, childComplexity }) =>
  statement + within(args['count'], pageMost) * written + heldMost * (1 + childComplexity)
