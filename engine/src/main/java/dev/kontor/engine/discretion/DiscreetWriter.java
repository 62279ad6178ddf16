package dev.kontor.engine.discretion;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A connector's writer whose diagnoses quote nothing of the persons the documents tell about,
 * whatever the target answered.
 */
public record DiscreetWriter(Writer writer) implements Writer {

  @Override
  public int maxBatch() {
    return writer.maxBatch();
  }

  @Override
  public boolean isCompletedByUpdate(JsonNode content) {
    return writer.isCompletedByUpdate(content);
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    List<@Nullable JsonNode> documents = documents(List.of(new Draft(content, model)));
    return prepared(said(() -> writer.prepare(content, model), documents), documents);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    List<Prepared> answers = said(() -> writer.prepareAll(drafts), documents(drafts));
    List<Prepared> discreet = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      discreet.add(prepared(answers.get(i), documents(List.of(drafts.get(i)))));
    }
    return discreet;
  }

  private static Prepared prepared(Prepared answer, List<@Nullable JsonNode> documents) {
    return switch (answer) {
      case Prepared.Refused refused -> new Prepared.Refused(without(refused.fault(), documents));
      case Prepared.Ready ready when ready.notes().isEmpty() -> ready;
      case Prepared.Ready ready ->
          new Prepared.Ready(
              ready.content(),
              PersonalWords.of(documents).without(ready.notes()),
              ready.attachments());
    };
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<@Nullable JsonNode> all = new ArrayList<>();
    batch.forEach(write -> all.addAll(documents(write)));
    List<Outcome> answers = said(() -> writer.write(batch), all);
    List<Outcome> discreet = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      discreet.add(
          answers.get(i) instanceof Fault fault
              ? without(fault, documents(batch.get(i)))
              : answers.get(i));
    }
    return discreet;
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    return said(() -> writer.compare(drafts), documents(drafts));
  }

  private static List<@Nullable JsonNode> documents(List<Draft> drafts) {
    List<@Nullable JsonNode> documents = new ArrayList<>();
    drafts.forEach(draft -> documents.addAll(List.of(draft.content(), draft.model())));
    return documents;
  }

  private static List<@Nullable JsonNode> documents(Write write) {
    List<@Nullable JsonNode> documents = new ArrayList<>();
    documents.add(write.content());
    documents.add(write.before());
    return documents;
  }

  private static Fault without(Fault fault, List<@Nullable JsonNode> documents) {
    return PersonalWords.of(documents).without(fault);
  }

  private static <T> T said(Supplier<T> call, List<@Nullable JsonNode> documents) {
    try {
      return call.get();
    } catch (FaultException e) {
      throw new FaultException(without(e.fault(), documents));
    }
  }
}
