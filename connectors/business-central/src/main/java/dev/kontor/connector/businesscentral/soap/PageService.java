package dev.kontor.connector.businesscentral.soap;

import dev.kontor.kit.Faults;
import dev.kontor.kit.SignedHttp;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page published as a SOAP web service, by its documented operations (dev-itpro/webservices:
 * Basic-Page-Operations). Fields have the names and the order of the service's description.
 */
public final class PageService {

  /** Of a row: names it and its version. */
  public static final String KEY = "@key";

  /** Rows of one answer that are not too many. */
  public static final int SET_SIZE = 500;

  private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);
  private static final Faults FAULTS = Faults.of(PageService.class, "faults.json");

  private final SignedHttp http;
  private final Supplier<URI> address;
  private final String service;
  private final InstantSource clock;
  private final int setSize;
  private @Nullable PageType type;
  private Instant asked = Instant.EPOCH;

  /**
   * @param address of the service, with its name; found when first needed
   * @param setSize most rows of one answer
   */
  public PageService(
      SignedHttp http, Supplier<URI> address, String service, InstantSource clock, int setSize) {
    this.http = http;
    this.address = address;
    this.service = service;
    this.clock = clock;
    this.setSize = setSize;
  }

  /** Whether the server offers the service. */
  public boolean isOffered() {
    return type().isPresent();
  }

  /** Whether the page has that field, to be read and written. */
  public boolean has(String field) {
    return type().filter(known -> known.has(field)).isPresent();
  }

  private synchronized Optional<PageType> type() {
    if (type == null || !clock.instant().isBefore(asked.plus(ASKED_AGAIN))) {
      type = described().orElse(null);
      asked = clock.instant();
    }
    return Optional.ofNullable(type);
  }

  private PageType required() {
    return type()
        .orElseThrow(
            () -> new FaultException(new Fault.Forbidden(service, "is not offered any more")));
  }

  /** Empty if the server knows no such service, which it says in either way. */
  private Optional<PageType> described() {
    HttpResponse<byte[]> answer = http.read(HttpRequest.newBuilder(address.get()).GET());
    int status = answer.statusCode();
    if (status == 404 || (status == 500 && Refusal.of(answer.body()).isPresent())) {
      return Optional.empty();
    }
    if (status != 200) {
      throw new FaultException(fault(answer, false));
    }
    return Xml.root(answer.body()).flatMap(root -> PageType.of(service, root));
  }

  /**
   * All rows that a filter lets through, in the order of the page.
   *
   * @param criteria in the filter language of Business Central
   */
  public List<ObjectNode> readMultiple(String field, String criteria) {
    List<ObjectNode> rows = new ArrayList<>();
    String bookmark = "";
    while (true) {
      List<ObjectNode> some = readMultiple(field, criteria, bookmark);
      if (some.isEmpty()) {
        return rows;
      }
      rows.addAll(some);
      String last = some.getLast().path(KEY).asString("");
      if (last.isEmpty() || last.equals(bookmark)) {
        throw new FaultException(
            new Fault.Unavailable(service + " showed the same rows twice; it is asked again"));
      }
      bookmark = last;
    }
  }

  private List<ObjectNode> readMultiple(String field, String criteria, String bookmark) {
    PageType known = required();
    Part filter =
        Part.of("filter", Stream.of(Part.of("Field", field), Part.of("Criteria", criteria)));
    Stream<Part> parameters =
        Stream.of(
            filter,
            Part.of("bookmarkKey", bookmark),
            Part.of("setSize", Integer.toString(setSize)));
    Element result = called(Part.of("ReadMultiple", parameters), false);
    return Xml.child(result, known.namespace(), "ReadMultiple_Result").stream()
        .flatMap(rows -> Xml.children(rows, known.namespace(), service))
        .map(row -> row(known, row))
        .toList();
  }

  private ObjectNode row(PageType known, Element row) {
    try {
      return known.row(row, ModelJson.mapper().createObjectNode());
    } catch (NumberFormatException e) {
      throw new FaultException(
          new Fault.Unavailable(service + " showed a value that its description does not allow"));
    }
  }

  /** Makes a row. */
  public void create(JsonNode fields) {
    PageType known = required();
    write("Create", fields, known.sent(fields));
  }

  /**
   * Changes fields of a row, if nobody has changed it since it was read.
   *
   * @param row as it was read
   */
  public void update(JsonNode row, JsonNode fields) {
    String key = row.path(KEY).asString("");
    PageType known = required();
    try {
      write(
          "Update",
          fields,
          Stream.concat(Stream.of(Part.of(PageType.KEY, key)), known.sent(fields)));
    } catch (FaultException e) {
      throw new FaultException(
          e.fault() instanceof Fault.Invalid ? cause(key, e.fault()) : e.fault());
    }
  }

  /** A refusal says why in words only, so it is asked whether the row is another by now. */
  private Fault cause(String key, Fault refused) {
    Element id = called(Part.of("GetRecIdFromKey", Stream.of(Part.of("Key", key))), false);
    String recordId = Xml.children(id).map(Element::getTextContent).findFirst().orElse("");
    Element result = called(Part.of("ReadByRecId", Stream.of(Part.of("recId", recordId))), false);
    boolean asRead =
        Xml.child(result, required().namespace(), service).stream()
            .flatMap(row -> Xml.child(row, required().namespace(), PageType.KEY).stream())
            .anyMatch(now -> now.getTextContent().equals(key));
    return asRead ? refused : new Fault.Conflict("a row of " + service + " was changed meanwhile");
  }

  private void write(String operation, JsonNode fields, Stream<Part> row) {
    Part whole = Part.of(operation, Stream.of(Part.of(service, row)));
    try {
      Element result = called(whole, true);
      if (Xml.child(result, PageType.namespace(service), service).isEmpty()) {
        throw new FaultException(
            new Fault.OutcomeUnknown(service + " answered " + operation + " without the row"));
      }
    } catch (FaultException e) {
      throw new FaultException(blaming(fields, e.fault()));
    }
  }

  /** The words name a field as people see it, with blanks. */
  private static Fault blaming(JsonNode fields, Fault fault) {
    if (!(fault instanceof Fault.Invalid invalid)) {
      return fault;
    }
    return fields.propertyNames().stream()
        .filter(
            name ->
                invalid.problem().contains(name)
                    || invalid.problem().contains(name.replace('_', ' ')))
        .max(Comparator.comparingInt(String::length))
        .<Fault>map(name -> new Fault.Invalid(name, invalid.problem(), invalid.remoteCode()))
        .orElse(invalid);
  }

  /** The result of an operation. */
  private Element called(Part operation, boolean write) {
    String namespace = PageType.namespace(service);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.get())
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", '"' + namespace + ":" + operation.name() + '"')
            .POST(HttpRequest.BodyPublishers.ofByteArray(Envelope.of(namespace, operation)));
    HttpResponse<byte[]> answer = write ? http.write(request) : http.read(request);
    if (answer.statusCode() != 200 || Refusal.of(answer.body()).isPresent()) {
      throw new FaultException(fault(answer, write));
    }
    return Envelope.content(answer.body())
        .filter(result -> Xml.is(result, namespace, operation.name() + "_Result"))
        .orElseThrow(() -> new FaultException(unreadable(operation, write)));
  }

  private Fault unreadable(Part operation, boolean write) {
    String told = service + " answered " + operation.name() + " with what is no answer to it";
    return write ? new Fault.OutcomeUnknown(told) : new Fault.Unavailable(told);
  }

  private Fault fault(HttpResponse<byte[]> answer, boolean write) {
    Optional<Refusal> refusal = Refusal.of(answer.body());
    return FAULTS.of(
        new Faults.Refusal(
            write,
            service,
            answer.statusCode(),
            refusal.map(Refusal::code).orElse(null),
            null,
            refusal.map(Refusal::text).orElse(""),
            null));
  }

  /** One that lets exactly these through, whatever characters they have. */
  public static String anyOf(List<String> values) {
    return values.stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .reduce((one, other) -> one + "|" + other)
        .orElse("''");
  }
}
