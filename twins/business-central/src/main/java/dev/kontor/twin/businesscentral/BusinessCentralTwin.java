package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.Gate;
import dev.kontor.twin.businesscentral.access.Rights;
import dev.kontor.twin.businesscentral.access.ServerUser;
import dev.kontor.twin.businesscentral.companion.Companion;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.EntraTokens;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinServer;
import dev.kontor.twin.kit.odata.Batch;
import dev.kontor.twin.kit.odata.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A running Business Central environment with one company; close it to stop. */
public final class BusinessCentralTwin implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("/[^/]+/oauth2/v2\\.0/token");
  private static final Pattern PAGE = Pattern.compile("/BC/WS/([^/]+)/Page/([^/]+)");
  private static final String STANDARD = "v2.0";
  private static final String SCOPE = "https://api.businesscentral.dynamics.com/.default";
  private static final String ANALYTICS = "microsoft/analytics/v1.0/";

  private final Options options;
  private final Dials dials = new Dials();
  private final Environment environment;
  private final EntraTokens tokens;
  private final Site site;
  private final Rights rights = new Rights();
  private final Gate gate;
  private final TwinControl control;
  private final TwinServer server;

  private BusinessCentralTwin(Options options, JsonNode companySetup) throws IOException {
    this.options = options;
    this.environment = new Environment(options, dials);
    Company company = environment.add(companySetup);
    this.tokens =
        new EntraTokens(
            options.clientId(), options.clientSecret(), SCOPE::equals, dials, options.clock());
    ServerUser own = options.serverUser();
    this.site = own == null ? new CloudSite(options, tokens) : new ServerSite(own);
    this.gate = new Gate(options.requestsPerFiveMinutes(), options.clock());
    this.control = new TwinControl(company, environment, rights);
    this.server =
        TwinServer.start(options.host(), options.port(), dials, options.clock(), this::handle);
  }

  /** Starts with the built-in German demo company. */
  public static BusinessCentralTwin start(Options options) throws IOException {
    return start(options, Resources.demoCompany());
  }

  /** Starts with a company of one's own, in the form of the built-in one. */
  public static BusinessCentralTwin start(Options options, JsonNode companySetup)
      throws IOException {
    return new BusinessCentralTwin(options, companySetup);
  }

  /** Base address of the server without trailing slash. */
  public URI uri() {
    return server.uri();
  }

  /** Where access tokens are issued. */
  public URI tokenUri() {
    return URI.create(server.uri() + "/" + options.tenant() + "/oauth2/v2.0/token");
  }

  /** Root of API v2.0, without trailing slash. */
  public URI apiUri() {
    return URI.create(server.uri() + site.root() + "/" + STANDARD);
  }

  /** Root of the companion app's API, without trailing slash; answers only where installed. */
  public URI companionUri() {
    return appUri(Companion.ROUTE);
  }

  /**
   * Root of an app's API, without trailing slash; answers only where installed.
   *
   * @param route publisher, group and version
   */
  public URI appUri(String route) {
    return URI.create(apiUri().toString().replaceFirst("v2\\.0$", route));
  }

  public String companyId() {
    return environment.first().id();
  }

  public Dials dials() {
    return dials;
  }

  public TwinServer server() {
    return server;
  }

  /** Adds to or changes the company's setup, in the form of the built-in one. */
  public void setup(JsonNode patch) {
    new CompanySetup(environment.first().records()).apply(patch);
  }

  /** Posts an adjustment of this many pieces, positive or negative. */
  public void moveStock(String itemNumber, String locationCode, BigDecimal quantity) {
    control.moveStock(List.of(new TwinControl.Move(itemNumber, locationCode, "", quantity)));
  }

  /**
   * The warehouse treats a purchase or transfer of the setup: {@code purchases} are received,
   * {@code transfers} shipped and received; all there is to treat.
   */
  public void supply(String set, String number, String how) {
    control.clerks().supply(set, number, how, Json.object());
  }

  /** Releases an open order as a person would. */
  public void release(String orderNumber) {
    order(orderNumber, "release", Json.object());
  }

  /** Ships an open order without invoicing it. */
  public void ship(String orderNumber) {
    order(orderNumber, "ship", Json.object());
  }

  /** Ships and invoices an open order. */
  public void shipAndInvoice(String orderNumber) {
    order(orderNumber, "shipAndInvoice", Json.object());
  }

  /**
   * Treats an open order as a clerk would: {@code
   * release|reopen|review|ship|invoice|shipAndInvoice|cancel}. Throws ODataFault when it cannot be.
   *
   * @param body {@code {lines:[{sequence, quantity}], packageTrackingNumber, shippingAgentCode,
   *     shippingAgentServiceCode, postingDate}}, all optional
   */
  public void order(String orderNumber, String how, JsonNode body) {
    control.clerks().order(orderNumber, how, body);
  }

  /** Cancels a posted invoice by a corrective credit memo over all of it. */
  public void cancelInvoice(String invoiceNumber) {
    invoice(invoiceNumber, "cancel", Json.array());
  }

  /**
   * Treats a posted invoice as a clerk would: {@code cancel|correct|creditMemo}.
   *
   * @param lines to correct {@code [{sequence, quantity?, unitPrice?}]}, to credit {@code
   *     [{sequence, quantity, restock?}]}
   */
  public void invoice(String invoiceNumber, String how, JsonNode lines) {
    control.clerks().invoice(invoiceNumber, how, lines);
  }

  /** Books money that came in for an invoice, in its currency. */
  public void pay(String invoiceNumber, BigDecimal amount) {
    control
        .clerks()
        .payment(Json.object().put("invoiceNumber", invoiceNumber).put("amount", amount));
  }

  /** Posts a payment journal with all that stands in it, as a person does. */
  public void postJournal(String code) {
    control.clerks().journal(code);
  }

  /** What price a document line would get; see README, Controls. */
  public JsonNode price(JsonNode question) {
    return new PriceAsk(environment.first().records()).price(question);
  }

  /** What the ERP really holds: {@code items|prices|stock|customers|orders|…}; see README. */
  public JsonNode truth(String what) {
    return control
        .truth()
        .about(what)
        .orElseThrow(() -> new IllegalArgumentException("No such truth: " + what));
  }

  /** The app's client secret expires; a person has made this one instead. */
  public void replaceSecret(String successor) {
    tokens.replaceSecret(successor);
  }

  /** Takes rights from the app user: {@code {unreadable:[set], unwritable:[set]}}. */
  public void deny(JsonNode denied) {
    rights.set(denied);
  }

  /** All webhook subscriptions of the environment, as the API shows them. */
  public List<JsonNode> subscriptions() {
    return List.copyOf(environment.subscriptions().all());
  }

  /** Takes all subscriptions away, as copying or cleaning an environment does. */
  public void clean() {
    environment.subscriptions().clean();
  }

  /** Sends collected webhook notifications without waiting for the delay. */
  public void notifyNow() {
    environment.notifications().sendNow();
  }

  @Override
  public void close() {
    server.close();
    environment.close();
  }

  private Answer handle(Call call) throws InterruptedException {
    if (call.path().startsWith("/_twin/")) {
      return control.handle(call);
    }
    if (TOKEN.matcher(call.path()).matches() && call.method().equals("POST")) {
      return tokens.issue(call);
    }
    Optional<Site.Address> address = site.address(call.path());
    Matcher page = PAGE.matcher(call.path());
    boolean soap = page.matches() && options.serverUser() != null;
    if (address.isEmpty() && !soap) {
      return ErrorAnswer.of(404, "NoEnvironment", "Environment does not exist.");
    }
    Optional<Answer> refusal = site.refusal(call);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (gate.enter()) {
      case TOO_MANY -> ErrorAnswer.of(429, "Application_TooManyRequests", "Too many requests.");
      case WAITED_TOO_LONG ->
          ErrorAnswer.of(503, "Application_ServiceUnavailable", "The request waited too long.");
      case ADMITTED -> {
        try {
          yield soap
              ? page(call, page.group(1), page.group(2))
              : root(call, address.orElseThrow().root(), address.orElseThrow().rest());
        } finally {
          gate.leave();
        }
      }
    };
  }

  private Answer page(Call call, String company, String service) {
    server.calls().countOperation(call);
    return environment
        .soap(company, rights)
        .map(services -> services.answer(call, service))
        .orElseGet(() -> Answer.empty(404));
  }

  private Answer root(Call call, String apiRoot, String rest) throws InterruptedException {
    String batch = "/$batch";
    if (!rest.endsWith(batch) || !call.method().equals("POST")) {
      return resource(call, rest);
    }
    String root = apiRoot + "/" + rest.substring(0, rest.length() - batch.length());
    return new Batch(environment.rows(), environment.dialect(), part -> part(part, apiRoot))
        .handle(call, root);
  }

  private Answer part(Call part, String apiRoot) throws InterruptedException {
    return part.path().startsWith(apiRoot + "/")
        ? resource(part, part.path().substring(apiRoot.length() + 1))
        : ErrorAnswer.of(
            400, "BadRequest_InvalidRequestUrl", "The part's URL is outside of the batch's API.");
  }

  private Answer resource(Call call, String rest) throws InterruptedException {
    if (rest.startsWith(ANALYTICS) && options.analyticsApi()) {
      return environment.analytics(call, Segment.path(rest.substring(ANALYTICS.length())));
    }
    Optional<String> app = environment.app(rest);
    if (app.isPresent()) {
      return app(app.get(), call, Segment.path(rest.substring(app.get().length())));
    }
    if (rest.startsWith(SupportedResources.ROUTE + "/")) {
      server.calls().countOperation(call);
      return environment.runtime(
          call, Segment.path(rest.substring(SupportedResources.ROUTE.length())));
    }
    if (!rest.equals(STANDARD) && !rest.startsWith(STANDARD + "/")) {
      return ErrorAnswer.of(
          404, "BadRequest_ResourceNotFound", "No API is installed at this address.");
    }
    server.calls().countOperation(call);
    List<Segment> path = Segment.path(rest.substring(STANDARD.length()));
    Answer answer = refused(call, path).orElseGet(() -> environment.standard(call, path));
    boolean ordered =
        call.method().equals("POST")
            && !path.isEmpty()
            && path.getLast().name().equals("salesOrders");
    if (ordered && answer.status() < 300) {
      Thread.sleep(options.insertLatency());
    }
    return answer;
  }

  private Answer app(String route, Call call, List<Segment> path) {
    server.calls().countOperation(call);
    return refused(call, path).orElseGet(() -> environment.app(route, call, path));
  }

  private Optional<Answer> refused(Call call, List<Segment> path) {
    return rights
        .refusal(call.method(), path)
        .map(why -> ErrorAnswer.of(403, "Authorization_Denied", why));
  }
}
