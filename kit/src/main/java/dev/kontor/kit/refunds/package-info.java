/** What refunds of a shop take back in an ERP. */
@org.jspecify.annotations.NullMarked
package dev.kontor.kit.refunds;
