/**
 * What people see of the ledger: an overview, what they look for, and one document's page. Reads
 * only, and never more of the ledger than what was asked for, however long it is.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.desk;
