package dev.kontor.engine.simulated;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An ERP whose quotations bear a reference that nothing keeps from being used twice. */
final class QuoteErp extends Simulated {

  /** What the next creation meets. */
  enum Trouble {
    NONE,
    /** It is made, and nobody hears of it. */
    LOST_ANSWER,
    /** Nobody hears of it, and it is made later or never. */
    LATE
  }

  private final List<Document> quotations = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private Trouble trouble = Trouble.NONE;
  private @Nullable Write late;

  QuoteErp() {
    super(
        "simerp",
        Map.of(
            EntityType.QUOTE, Set.of(Ability.CREATE, Ability.UPDATE, Ability.FIND_BY_REFERENCE)));
    Quotations both = new Quotations();
    reads(EntityType.QUOTE, both);
    writes(EntityType.QUOTE, both);
  }

  synchronized void meets(Trouble next) {
    trouble = next;
  }

  /** What was late is made now. */
  synchronized void arrives() {
    if (late != null) {
      make(late);
    }
  }

  synchronized List<String> writes() {
    return List.copyOf(writes);
  }

  synchronized int made() {
    return quotations.size();
  }

  private Document make(Write write) {
    String id = "QUO" + (quotations.size() + 1);
    Document made = document(EntityType.QUOTE, id, write.reference(), "1", write.content());
    quotations.add(made);
    return made;
  }

  private synchronized Outcome one(Write write) {
    writes.add(
        write.action() + " " + write.reference() + " " + write.content().path("state").asString());
    if (write.action() != Write.Action.CREATE) {
      return new Outcome.Written(String.valueOf(write.targetId()), null, null);
    }
    Trouble met = trouble;
    trouble = Trouble.NONE;
    return switch (met) {
      case NONE -> new Outcome.Written(make(write).id(), null, null);
      case LOST_ANSWER -> {
        make(write);
        yield new Fault.OutcomeUnknown("no answer");
      }
      case LATE -> {
        late = write;
        yield new Fault.OutcomeUnknown("no answer");
      }
    };
  }

  private synchronized List<Document> bearing(String reference) {
    return quotations.stream().filter(q -> reference.equals(q.number())).toList();
  }

  private final class Quotations implements Reader, Writer {

    @Override
    public int maxBatch() {
      return 1;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      return new Prepared.Ready(content, List.of());
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      return batch.stream().map(QuoteErp.this::one).toList();
    }

    @Override
    public List<Document> find(Identity identity) {
      return identity instanceof Identity.ExternalReference(var reference)
          ? bearing(reference)
          : List.of();
    }

    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      return new Page(List.of(), new Cursor(""), false);
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      return changes(from, limit);
    }
  }
}
