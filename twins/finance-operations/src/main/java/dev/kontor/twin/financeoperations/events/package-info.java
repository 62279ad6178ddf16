/** Business events over HTTPS (contract.md §6). */
@NullMarked
package dev.kontor.twin.financeoperations.events;

import org.jspecify.annotations.NullMarked;
