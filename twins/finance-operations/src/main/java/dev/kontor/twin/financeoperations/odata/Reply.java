package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.kit.Answer;

/** The answer of one operation of a batch, with the id the client gave it; empty without. */
record Reply(String id, Answer answer) {}
