package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** A debtor that an order needs: found by match key, else created. */
public final class CustomerEffects implements EffectPlanner {

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final Translator translator;
  private final List<FlowConfig> shared;
  private final Made made;

  /** Remembers what a debtor was made of. */
  @FunctionalInterface
  public interface Made {
    /**
     * @param flow that shares the debtor with the account
     * @param line that made it
     * @param effect with the account's model document and the content that was sent
     * @param id the debtor's, as is the number
     */
    void of(FlowConfig flow, FlowLine line, Round round, Effect effect, String id, String number);
  }

  /**
   * @param shared the enabled flows that share customers
   */
  public CustomerEffects(
      DataSource database,
      CrossrefStore crossrefs,
      Translator translator,
      List<FlowConfig> shared,
      Made made) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.translator = translator;
    this.shared = List.copyOf(shared);
    this.made = made;
  }

  /** A person may have linked the debtor meanwhile, which the target itself could not tell. */
  @Override
  public EffectPlanner about(FlowLine line, List<Claimed> lanes, Map<Long, JsonNode> documents) {
    List<String> names = lanes.stream().map(l -> EffectDelivery.event(l).sourceId()).toList();
    String target = line.to().name();
    return new Informed(
        Transactions.single(
                database, c -> crossrefs.findMatched(c, EntityType.CUSTOMER, names, target))
            .stream()
            .collect(Collectors.toMap(Crossref::sourceId, there -> there)));
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    return about(line, List.of(lane), Map.of()).plan(line, lane, document);
  }

  private final class Informed implements EffectPlanner {
    private final Map<String, Crossref> known;

    private Informed(Map<String, Crossref> known) {
      this.known = known;
    }

    @Override
    public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
      Message event = EffectDelivery.event(lane);
      Crossref there = known.get(event.sourceId());
      if (there == null) {
        return write(line, lane, event, document);
      }
      return Completion.is(event)
          ? completion(line, lane, event, document, there)
          : new Plan.Settled(settled(line, lane, document, there));
    }

    @Override
    public void rehearsed(FlowLine line, Round round, Effect effect) {
      CustomerEffects.this.rehearsed(line, round, effect);
    }

    @Override
    public void made(FlowLine line, Round round, Effect effect, String id, String number) {
      CustomerEffects.this.made(line, round, effect, id, number);
    }

    @Override
    public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
      CustomerEffects.this.confirmed(line, round, effect, id, number);
    }
  }

  private Plan completion(
      FlowLine line, Claimed lane, Message event, JsonNode document, Crossref there) {
    JsonNode content = translator.toTarget(line, document, Translator.References.NONE);
    String person = ModelJson.mapper().treeToValue(document, Customer.class).matchKey();
    return new Plan.Write(
        Effect.of(lane, event, document, content, "", there.targetId())
            .about(person)
            .after(ModelJson.mapper().createObjectNode()));
  }

  private Round settled(FlowLine line, Claimed lane, JsonNode document, Crossref there) {
    Message event = EffectDelivery.event(lane);
    String reason = "already in " + line.to().name() + " as " + there.number();
    Round round =
        lane.round()
            .finish(event, new MessageState.Done(reason))
            .wake(WakeKeys.missing(line.to().name(), EntityType.CUSTOMER, event.sourceId()));
    look(line, round, document);
    return round;
  }

  private Plan write(FlowLine line, Claimed lane, Message event, JsonNode document) {
    Customer customer = ModelJson.mapper().treeToValue(document, Customer.class);
    JsonNode content = translator.toTarget(line, document, Translator.References.NONE);
    String key = customer.matchKey();
    return new Plan.Write(
        Effect.of(lane, event, document, content, "", null).matching(key).about(key));
  }

  /** Orders that wait for the debtor are rehearsed without it. */
  @Override
  public void rehearsed(FlowLine line, Round round, Effect effect) {
    round.wake(WakeKeys.missing(line.to().name(), EntityType.CUSTOMER, effect.event().sourceId()));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    if (Completion.is(effect.event())) {
      return;
    }
    Crossref crossref =
        new Crossref(
            line.from().name(),
            EntityType.CUSTOMER,
            effect.event().sourceId(),
            line.to().name(),
            id,
            number,
            null,
            null);
    round.crossref(crossref).wake(Rounds.wakeKey(crossref));
    if (line.to().writer(EntityType.CUSTOMER).isCompletedByUpdate(effect.content())) {
      String lane = LaneKey.ofDebtor(line.config(), effect.event().sourceId());
      round.append(Completion.of(line, effect, lane));
    }
    look(line, round, effect.model());
  }

  /** An order tells of its buyer, which is not the account as it was then. */
  @Override
  public void made(FlowLine line, Round round, Effect effect, String id, String number) {
    if (DebtorRequests.isOfAccount(effect.event())) {
      sharing(line, effect.model()).forEach(flow -> made.of(flow, line, round, effect, id, number));
    }
  }

  /** Whoever registered is linked to the debtor that is known now. */
  private void look(FlowLine line, Round round, JsonNode customer) {
    sharing(line, customer).forEach(flow -> round.append(notice(flow, account(customer))));
  }

  private static String account(JsonNode customer) {
    return customer.path("id").asString("");
  }

  /** None of guests. */
  private List<FlowConfig> sharing(FlowLine line, JsonNode customer) {
    return account(customer).isEmpty() || customer.path("guest").asBoolean(true)
        ? List.of()
        : shared.stream().filter(flow -> line.name().equals(flow.customers())).toList();
  }

  private static Append notice(FlowConfig flow, String account) {
    String source = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, source, account),
        flow.name(),
        LaneKey.priority(flow),
        "debtor known",
        source,
        account,
        null,
        null);
  }
}
