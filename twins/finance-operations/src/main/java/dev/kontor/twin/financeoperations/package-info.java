/**
 * A strict, stateful simulation of Dynamics 365 Finance and Operations, written from
 * finance-operations/contract.md.
 */
@NullMarked
package dev.kontor.twin.financeoperations;

import org.jspecify.annotations.NullMarked;
