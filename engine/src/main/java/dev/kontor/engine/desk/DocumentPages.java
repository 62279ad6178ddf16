package dev.kontor.engine.desk;

import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.DocumentPage.Call;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.ModelJson;
import dev.kontor.model.ProgressEvent;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts the pages of documents together. */
public final class DocumentPages {

  /** Most messages of a document that its page shows, the newest. */
  private static final int MESSAGES = 300;

  private static final int TRIES = 1_000;

  private final DataSource database;
  private final Search search;
  private final Map<String, FlowLine> lines;
  private final Subjects subjects;
  private final Payloads payloads;
  private final Translator translator;
  private final DeskStore desk = new DeskStore();

  DocumentPages(
      DataSource database,
      Search search,
      Map<String, FlowLine> lines,
      Payloads payloads,
      Translator translator) {
    this.database = database;
    this.search = search;
    this.lines = Map.copyOf(lines);
    this.subjects = new Subjects(lines);
    this.payloads = payloads;
    this.translator = translator;
  }

  /** Documents that people know by that number, the latest first. */
  public List<DocumentSummary> named(String number) {
    List<DocumentSummary> found = Transactions.run(database, c -> found(c, number));
    Map<List<Object>, DocumentSummary> documents = new LinkedHashMap<>();
    for (DocumentSummary summary : found) {
      Object about = subjects.of(summary.entity()).<Object>map(s -> s).orElse(summary.entity());
      documents.merge(
          List.of(summary.source(), summary.sourceId(), about),
          summary.as(entity(summary.entity())),
          DocumentSummary::with);
    }
    return List.copyOf(documents.values());
  }

  /** An article may be called as an order is at its target, which stands under its own name. */
  private List<DocumentSummary> found(Connection connection, String number) throws SQLException {
    List<DocumentName> documents = search.documents(connection, number);
    List<DocumentName> others = new ArrayList<>(SearchStore.numbered(connection, number));
    others.removeAll(documents);
    return Stream.concat(
            DocumentStore.summaries(connection, documents).stream(),
            DocumentStore.summaries(connection, others).stream()
                .filter(s -> subjects.of(s.entity()).filter(a -> a != Subject.ORDER).isPresent()))
        .sorted(Comparator.comparing(DocumentSummary::latest).reversed())
        .toList();
  }

  private String entity(String flow) {
    FlowLine line = lines.get(flow);
    return line == null ? flow : line.config().from().entity().key();
  }

  /**
   * One document; an order also under the name its target tells of it by. Empty if unknown.
   *
   * @param entity what it is, or a flow that carries it, as one id may name an article and an
   *     order; anything else is as if left out
   */
  public Optional<DocumentPage> page(String source, String sourceId, @Nullable String entity) {
    DocumentName asked = new DocumentName(source, sourceId);
    return Transactions.run(database, c -> page(c, asked, subjects.named(entity).orElse(null)));
  }

  private Optional<DocumentPage> page(
      Connection connection, DocumentName asked, @Nullable Subject wanted) throws SQLException {
    Optional<DocumentName> order =
        Optional.ofNullable(Search.orders(connection, List.of(asked)).get(asked));
    Set<Subject> called = subjects.of(DocumentStore.flows(connection, asked));
    order.ifPresent(known -> called.add(Subject.ORDER));
    Subject subject = chosen(called, wanted);
    DocumentName document = subject == Subject.ORDER ? order.orElse(asked) : asked;
    List<DocumentName> all =
        subject == Subject.ORDER
            ? Search.withTold(connection, List.of(document))
            : List.of(document);
    List<Long> ids = DocumentStore.messages(connection, all, subjects.others(subject), MESSAGES);
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    called.remove(subject);
    return Optional.of(page(connection, document, ids, new About(subject, List.copyOf(called))));
  }

  /** An order before an article, if nobody says which. */
  private static Subject chosen(Set<Subject> called, @Nullable Subject wanted) {
    if (wanted != null && called.contains(wanted)) {
      return wanted;
    }
    return called.isEmpty() ? Subject.ORDER : called.iterator().next();
  }

  /** What a document is, and what else is called so. */
  private record About(Subject subject, List<Subject> others) {}

  private DocumentPage page(
      Connection connection, DocumentName document, List<Long> ids, About about)
      throws SQLException {
    Story story = story(connection, document, ids);
    Set<String> paused =
        OverviewStore.paused(connection).stream()
            .map(Overview.Paused::subject)
            .collect(Collectors.toSet());
    return page(connection, story, paused, about);
  }

  private Story story(Connection connection, DocumentName document, List<Long> ids)
      throws SQLException {
    List<DeskStore.Entry> messages =
        desk.byId(connection, ids).stream()
            .sorted(Comparator.comparingLong(DeskStore.Entry::id))
            .toList();
    return new Story(
        document,
        TimeStore.now(connection),
        placed(connection, document, messages).orElse(null),
        messages,
        DocumentStore.known(connection, document),
        DocumentStore.tried(connection, ids, TRIES),
        DocumentStore.decided(connection, ids),
        told(connection, document, messages),
        lines);
  }

  /** Of an order that sold no goods only its document says it. */
  private Optional<Instant> placed(
      Connection connection, DocumentName document, List<DeskStore.Entry> messages)
      throws SQLException {
    Optional<Instant> sold = DocumentStore.placed(connection, document);
    Optional<DeskStore.Entry> created =
        messages.stream()
            .filter(m -> m.event().equals("created") && m.sourceId().equals(document.sourceId()))
            .findFirst();
    if (sold.isPresent() || created.isEmpty()) {
      return sold;
    }
    FlowLine line = lines.get(created.get().flow());
    Optional<JsonNode> content = document(connection, created.get().id());
    return line == null ? Optional.empty() : content.flatMap(json -> placed(line, json));
  }

  private Optional<JsonNode> document(Connection connection, long message) throws SQLException {
    Long payload =
        DocumentStore.content(connection, message).map(DocumentStore.Content::before).orElse(null);
    return payload == null
        ? Optional.empty()
        : payloads.get(connection, List.of(payload)).values().stream().findFirst();
  }

  private Optional<Instant> placed(FlowLine line, JsonNode document) {
    try {
      String text = translator.toModel(line, document).path("placedAt").asString("");
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (FaultException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** What the target told of its shipments. */
  private Map<Long, ProgressEvent> told(
      Connection connection, DocumentName document, List<DeskStore.Entry> messages)
      throws SQLException {
    Map<Long, ProgressEvent> told = new LinkedHashMap<>();
    for (DeskStore.Entry message : messages) {
      if (!message.source().equals(document.source()) && message.event().startsWith("shipped:")) {
        document(connection, message.id())
            .map(json -> ModelJson.mapper().treeToValue(json, ProgressEvent.class))
            .ifPresent(event -> told.put(message.id(), event));
      }
    }
    return told;
  }

  private static DocumentPage page(
      Connection connection, Story story, Set<String> paused, About about) throws SQLException {
    return new DocumentPage(
        story.document().source(),
        story.document().sourceId(),
        story.number().orElse(null),
        about.subject(),
        about.others(),
        story.state(),
        story.known(),
        clock(story),
        waiting(connection, story),
        NextSteps.of(story, paused),
        Answers.of(story),
        Timeline.of(story),
        story.messages(),
        calls(story));
  }

  private static DocumentPage.@Nullable Clock clock(Story story) {
    Instant placed = story.placed();
    Optional<DeskStore.Entry> created = story.created();
    if (placed == null || created.isEmpty()) {
      return null;
    }
    boolean there = created.get().state().equals("done");
    boolean due = there || Story.isOpen(created.get());
    Instant arrived = there ? created.get().finished() : null;
    FlowLine line = story.lines().get(created.get().flow());
    Duration limit = line == null ? null : line.config().sla();
    Duration took = Duration.between(placed, Objects.requireNonNullElse(arrived, story.now()));
    return new DocumentPage.Clock(
        placed,
        arrived,
        took.toSeconds(),
        limit == null ? null : limit.toSeconds(),
        due && limit != null && took.compareTo(limit) > 0);
  }

  private static DocumentPage.@Nullable Waiting waiting(Connection connection, Story story)
      throws SQLException {
    for (DeskStore.Entry message : story.open()) {
      String reason = message.reason();
      if (reason != null) {
        Instant since = DocumentStore.since(connection, message.id()).orElse(message.created());
        return new DocumentPage.Waiting(reason, message.id(), since);
      }
    }
    return null;
  }

  private static List<Call> calls(Story story) {
    Map<Long, DeskStore.Entry> byId = new HashMap<>();
    story.messages().forEach(message -> byId.put(message.id(), message));
    return story.tries().stream()
        .map(tried -> call(story, tried, Objects.requireNonNull(byId.get(tried.message()))))
        .toList();
  }

  private static Call call(Story story, DocumentStore.Tried tried, DeskStore.Entry message) {
    boolean read = !Story.isEvent(message) && tried.action() == null;
    String action = tried.action() == null ? "write" : tried.action().toLowerCase(Locale.ROOT);
    String target = tried.target() == null ? story.target(message.flow()) : tried.target();
    return new Call(
        tried.message(),
        tried.at(),
        read ? message.source() : target,
        read ? "read" : action,
        tried.outcome(),
        tried.detail(),
        tried.millis(),
        tried.mapping());
  }
}
