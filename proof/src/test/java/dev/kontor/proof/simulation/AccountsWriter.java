package dev.kontor.proof.simulation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Changes accounts of the shop, which knows no conditional write: what is there is compared in the
 * call before.
 */
record AccountsWriter(Register accounts, Wire wire) implements Writer {

  @Override
  public int maxBatch() {
    return 3;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return new Prepared.Ready(content, List.of());
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<String> ids = batch.stream().map(AccountsWriter::id).distinct().toList();
    Map<String, String> versions =
        wire.read(
            "versions of " + ids,
            () -> ids.stream().collect(Collectors.toMap(id -> id, accounts.versions()::of)));
    List<Write> asDecided =
        batch.stream().filter(w -> String.valueOf(w.basis()).equals(versions.get(id(w)))).toList();
    List<Outcome> outcomes = new ArrayList<>();
    if (!asDecided.isEmpty()) {
      outcomes.addAll(wire.write("accounts", asDecided, this::change));
    }
    return batch.stream().map(w -> outcome(w, asDecided, outcomes)).toList();
  }

  private static String id(Write write) {
    return String.valueOf(write.targetId());
  }

  private static Outcome outcome(Write write, List<Write> asDecided, List<Outcome> outcomes) {
    int place = asDecided.indexOf(write);
    return place < 0 ? new Fault.Conflict("the account is another by now") : outcomes.get(place);
  }

  private Outcome change(Write write) {
    accounts.write(id(write), write.content(), String.valueOf(write.basis()));
    return new Outcome.Written(id(write), id(write), null);
  }
}
