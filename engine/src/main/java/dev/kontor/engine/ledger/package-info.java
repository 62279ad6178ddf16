/** What arrived, what is to happen and what happened, durable before anything is acknowledged. */
@org.jspecify.annotations.NullMarked
package dev.kontor.engine.ledger;
