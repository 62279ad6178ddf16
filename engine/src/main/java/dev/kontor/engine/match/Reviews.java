package dev.kontor.engine.match;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Nearest;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A reviewed file, flow by flow: all of it is judged before any of it is stored. */
public final class Reviews {

  private final String file;
  private final Translator translator;
  private final Payloads payloads;
  private final boolean correct;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<FlowLine, List<Link>> links = new LinkedHashMap<>();
  private int rows;
  private int wanted;

  /**
   * @param correct whether links that the hub has may be replaced
   */
  public Reviews(String file, Translator translator, Payloads payloads, boolean correct) {
    this.file = file;
    this.translator = translator;
    this.payloads = payloads;
    this.correct = correct;
  }

  /** Every row must be about one of these flows. */
  public void flows(List<ReviewRow> all, List<String> names) {
    rows = all.size();
    for (ReviewRow row : all) {
      String flow = row.pair().flow();
      if (!names.contains(flow)) {
        String remedy = Nearest.remedy(flow, names, "write one of " + names);
        problems.add(new Problem(file, row.line(), "flow", "'" + flow + "' is none", remedy));
      }
    }
  }

  /**
   * @param known links of the flow
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public void judge(FlowLine line, List<ReviewRow> all, List<Crossref> known) {
    List<ReviewRow> its =
        all.stream().filter(row -> row.pair().flow().equals(line.name())).toList();
    if (its.isEmpty()) {
      return;
    }
    wanted += (int) its.stream().filter(r -> r.pair().decision() == Decision.LINK).count();
    Review review = new Review(file, line, correct);
    links.put(line, review.links(its, documents -> names(line, documents), known));
    problems.addAll(review.problems());
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** A debtor is known by the blinded match key, everything else by its own id. */
  private List<String> names(FlowLine line, List<Document> documents) {
    return line.config().kind() == FlowKind.CUSTOMERS
        ? debtors(line, documents)
        : documents.stream().map(Document::id).toList();
  }

  private List<String> debtors(FlowLine line, List<Document> documents) {
    boolean whole = documents.stream().allMatch(document -> document.content() != null);
    List<Document> full =
        whole
            ? documents
            : line.from()
                .reader(EntityType.CUSTOMER)
                .fetch(documents.stream().map(Document::id).toList());
    Map<String, String> names =
        Account.of(line, translator, full).stream()
            .collect(
                Collectors.toMap(
                    account -> account.side().id(),
                    account -> payloads.blind("customer", account.key()),
                    (a, b) -> a));
    return documents.stream().map(one -> names.getOrDefault(one.id(), "")).toList();
  }

  /**
   * Stores what is not known yet.
   *
   * @param by name of the person
   * @throws dev.kontor.engine.config.ConfigException if the hub is at work on one of the orders
   */
  public LinkResult store(DataSource database, AuditStore audit, String by) {
    Linking linking = new Linking(database, audit);
    int stored = 0;
    for (Map.Entry<FlowLine, List<Link>> of : links.entrySet()) {
      List<Link> fresh = of.getValue().stream().filter(link -> !link.isKnown()).toList();
      linking.store(file, of.getKey(), fresh, by);
      stored += fresh.size();
    }
    return new LinkResult(stored, wanted - stored, rows - wanted);
  }
}
