/** What a person did with one unit, as it goes into the journal: a fact, with what was scanned. */
export type Act =
  | { readonly kind: 'pick'; readonly orderId: string; readonly barcode: string; readonly cell?: string }
  | { readonly kind: 'pack'; readonly orderId: string; readonly barcode: string }
  | { readonly kind: 'putBack'; readonly orderId: string; readonly barcode: string; readonly cell?: string }
  | { readonly kind: 'reportShortage'; readonly orderId: string; readonly reason: string; readonly cell?: string }
  | { readonly kind: 'unclaim'; readonly orderId: string }
  | { readonly kind: 'attachMarkingCode'; readonly orderId: string; readonly key: string; readonly raw: string }
  | { readonly kind: 'putIntoBox'; readonly orderId: string; readonly box: string }
