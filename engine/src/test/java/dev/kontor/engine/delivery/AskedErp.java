package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.SimpleLine;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageKind;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An ERP that says what it has, counts how often it is asked, and refuses what it is told to. */
final class AskedErp implements Connector, Reader {

  private final Map<Identity, List<Document>> documents = new HashMap<>();
  private final Map<Identity, Fault> refused = new HashMap<>();
  private int calls;

  FlowLine line(EntityType type) {
    return SimpleLine.of(type, SimpleLine.link("erp", this, System::nanoTime));
  }

  static Effect order(String number) {
    return effect(number, ModelJson.parse("{}"), number);
  }

  /** Of the person with that match key and e-mail address. */
  static Effect debtor(String match, String email) {
    JsonNode model = ModelJson.mapper().createObjectNode().put("email", email);
    return effect(match, model, "").matching(match);
  }

  private static Effect effect(String key, JsonNode model, String reference) {
    Message event =
        new Message(
            1,
            1,
            1,
            "orders",
            MessageKind.EVENT,
            "created",
            "shop",
            key,
            null,
            key,
            null,
            null,
            "ready",
            0,
            0,
            0);
    Claimed lane = Claimed.of(new Lane(1, key, "orders", 1), List.of(event), AtHand.NOTHING);
    return Effect.of(lane, event, model, ModelJson.parse("{}"), reference, null);
  }

  void has(Identity identity, String id) {
    documents
        .computeIfAbsent(identity, i -> new ArrayList<>())
        .add(new Document(EntityType.ORDER, id, id, "1", Instant.EPOCH, false, null));
  }

  void refuses(String reference, Fault fault) {
    refused.put(new Identity.ExternalReference(reference), fault);
  }

  int calls() {
    return calls;
  }

  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    calls++;
    for (Identity identity : identities) {
      Fault fault = refused.get(identity);
      if (fault != null) {
        throw new FaultException(fault);
      }
    }
    return identities.stream().map(i -> documents.getOrDefault(i, List.of())).toList();
  }

  @Override
  public List<Document> find(Identity identity) {
    return findAll(List.of(identity)).getFirst();
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw new AssertionError("a look-up reads no changes");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new AssertionError("a look-up lists no keys");
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.of(this);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }
}
