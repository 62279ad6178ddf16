package dev.kontor.connector.businesscentral;

import dev.kontor.kit.BatchSize;
import dev.kontor.kit.CallTime;
import dev.kontor.kit.Faults;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPart;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates sales orders, one by deep insert, several by {@code $batch} of deep inserts; changes and
 * cancels them one by one.
 */
final class OrderWriter implements Writer {

  private static final String SET = "salesOrders";

  private final Company company;
  private final OrderPreparation preparation;
  private final OrderAmender amender;
  private final OrderCancellation cancellation;
  private final String referenceField;

  /**
   * 100 operations at most in one call (business-central/behaviours.md §6). Calls of many orders
   * are planned before the first is answered, so it begins with what fits at 300 ms an order.
   */
  private final BatchSize size = new BatchSize(50, 100, Duration.ofSeconds(15));

  OrderWriter(Configuration configuration, Company company, OrderPreparation preparation) {
    this.company = company;
    this.preparation = preparation;
    this.amender = new OrderAmender(configuration, company);
    this.cancellation = new OrderCancellation(configuration, company);
    this.referenceField = configuration.referenceField();
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return preparation.prepare(content, model);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return preparation.prepareAll(drafts);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    List<ODataPart> parts = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Write write = batch.get(i);
      switch (write.action()) {
        case UPDATE -> outcomes.add(settled(write, amender::amend));
        case DELETE -> outcomes.add(settled(write, cancellation::cancel));
        case CREATE -> {
          Optional<Fault> refusal = refusal(write);
          outcomes.add(refusal.isPresent() ? refusal.get() : notSent());
          if (refusal.isEmpty()) {
            parts.add(part(i, write));
          }
        }
      }
    }
    send(parts, outcomes);
    return outcomes;
  }

  /** What happens to one order says nothing about the others. */
  private static Outcome settled(Write write, Function<Write, Outcome> work) {
    try {
      return work.apply(write);
    } catch (FaultException e) {
      return BlamedField.in(e.fault());
    }
  }

  @Override
  public boolean isCompletedByUpdate(JsonNode content) {
    return content.has(OrderDetails.SET) || JoinedRows.isIn(content);
  }

  private static Fault notSent() {
    return new Fault.Unavailable("the order was not sent");
  }

  private Optional<Fault> refusal(Write write) {
    int length = company.model().maxLength(SET, referenceField);
    int most = length > 0 ? length : Texts.REFERENCE;
    return write.reference().length() <= most
        ? Optional.empty()
        : Optional.of(
            new Fault.Invalid(
                referenceField,
                "the reference is longer than the "
                    + most
                    + " characters kept; shorten the reference prefix of the source connection",
                null));
  }

  private ODataPart part(int index, Write write) {
    ObjectNode body = ((ObjectNode) write.content()).deepCopy();
    body.remove(List.of(OrderDetails.SET, Join.FIELD));
    body.put(referenceField, write.reference());
    return new ODataPart(Integer.toString(index), "POST", SET, null, body);
  }

  private static int index(ODataPart part) {
    return Integer.parseInt(part.id());
  }

  private Outcome single(ODataPart part) {
    JsonNode body = part.body();
    try {
      return Documents.written(company.client().create(SET, body == null ? Json.object() : body));
    } catch (FaultException e) {
      return BlamedField.in(e.fault());
    }
  }

  private void send(List<ODataPart> parts, List<Outcome> outcomes) {
    if (parts.size() == 1) {
      outcomes.set(index(parts.getFirst()), single(parts.getFirst()));
    } else if (!parts.isEmpty()) {
      sendTogether(parts, outcomes);
    }
  }

  private void sendTogether(List<ODataPart> parts, List<Outcome> outcomes) {
    CallTime time = new CallTime();
    Map<String, ODataClient.Answer> answers;
    try {
      answers = company.client().batch(parts, time);
    } catch (FaultException e) {
      failed(parts, outcomes, e.fault());
      return;
    }
    size.took(parts.size(), time.passed());
    boolean stopped = stoppedAtFailure(parts, answers);
    for (ODataPart part : parts) {
      outcomes.set(index(part), outcome(answers.get(part.id()), stopped));
    }
  }

  /**
   * A batch refused as a whole was not run; which order is to blame shows when it is halved, and
   * the rest goes on.
   */
  private void failed(List<ODataPart> parts, List<Outcome> outcomes, Fault fault) {
    if (Faults.isAboutDocument(fault)) {
      int half = parts.size() / 2;
      send(parts.subList(0, half), outcomes);
      send(parts.subList(half, parts.size()), outcomes);
      return;
    }
    if (fault instanceof Fault.OutcomeUnknown || fault instanceof Fault.Unavailable) {
      size.halve();
    }
    parts.forEach(part -> outcomes.set(index(part), fault));
  }

  private static Outcome outcome(ODataClient.@Nullable Answer answer, boolean stopped) {
    if (answer == null) {
      return stopped
          ? new Fault.Unavailable("the batch stopped at an earlier order; this one was not run")
          : new Fault.OutcomeUnknown("the batch's answer does not mention this order");
    }
    Fault fault = answer.fault();
    return fault == null ? Documents.written(answer.body()) : BlamedField.in(fault);
  }

  /**
   * A service that ignores the wish to go on stops at the first failure; then everything behind it
   * was certainly not run (business-central/behaviours.md §5).
   */
  private static boolean stoppedAtFailure(
      List<ODataPart> parts, Map<String, ODataClient.Answer> answers) {
    int answered = 0;
    while (answered < parts.size() && answers.containsKey(parts.get(answered).id())) {
      answered++;
    }
    if (answered == 0 || answered != answers.size()) {
      return false;
    }
    ODataClient.Answer last = answers.get(parts.get(answered - 1).id());
    return last != null && last.fault() != null;
  }
}
