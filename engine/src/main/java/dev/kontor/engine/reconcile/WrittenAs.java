package dev.kontor.engine.reconcile;

/**
 * How an order was last written.
 *
 * @param detail what became of it, with what was decided on the way
 * @param mapping versions of the mappings used
 */
record WrittenAs(String detail, String mapping) {}
