/**
 * Customers that a shop and an ERP both have: which is which, whose word holds for what, and what
 * is to be written where so that both say the same.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.customer;
