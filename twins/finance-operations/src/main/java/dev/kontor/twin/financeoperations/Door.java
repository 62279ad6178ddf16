package dev.kontor.twin.financeoperations;

import dev.kontor.twin.financeoperations.odata.ErrorAnswer;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Handler;
import dev.kontor.twin.kit.Ids;

/** Before every system call: the answer's activity id, and what an overloaded system says. */
record Door(Handler inside) implements Handler {

  @Override
  public Answer handle(Call call) throws Exception {
    Answer answer = inside.handle(call);
    return call.path().startsWith("/_twin/")
        ? answer
        : answer.with("ms-dyn-aid", Ids.guid()).with("OData-Version", "4.0");
  }

  /** The only throttling in force is by resources (contract.md §4). */
  @Override
  public Answer throttled() {
    return ErrorAnswer.of(
        429,
        "This request could not be processed at this time due to system experiencing high resource utilization.");
  }
}
