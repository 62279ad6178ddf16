package dev.kontor.twin.financeoperations;

import dev.kontor.twin.financeoperations.control.Control;
import dev.kontor.twin.financeoperations.odata.Batch;
import dev.kontor.twin.financeoperations.odata.PublicEntities;
import dev.kontor.twin.financeoperations.packages.Blobs;
import dev.kontor.twin.financeoperations.packages.Packages;
import dev.kontor.twin.financeoperations.records.Settings;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.financeoperations.visibility.InventoryService;
import dev.kontor.twin.financeoperations.visibility.SecurityService;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.EntraTokens;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A running Finance and Operations environment; close it to stop. */
public final class FinanceOperationsTwin implements AutoCloseable {
  /** The address the environment has in Microsoft's cloud; its scope is accepted as well. */
  public static final String CLOUD = "https://kontor-demo.operations.dynamics.com";

  private static final Pattern TOKEN = Pattern.compile("/[^/]+/oauth2/v2\\.0/token");
  private static final Pattern ORDER = Pattern.compile("/data/SalesOrderHeaders(V[234])?/?");

  private final Options options;
  private final Dials dials = new Dials();
  private final Environment environment;
  private final EntraTokens tokens;
  private final PublicEntities metadata;
  private final PostingService postings;
  private final Blobs blobs;
  private final Packages packages;
  private final SecurityService security;
  private final InventoryService inventory;
  private final Control control;
  private final TwinServer server;

  private FinanceOperationsTwin(Options options, JsonNode setup) throws IOException {
    this.options = options;
    this.environment = new Environment(options, dials, setup);
    this.tokens =
        new EntraTokens(
            options.clientId(), options.clientSecret(), this::isAnyScope, dials, options.clock());
    this.metadata = new PublicEntities(environment.erp().records().schema());
    this.postings = new PostingService(environment.erp(), environment.clerks());
    this.blobs = new Blobs(environment.erp());
    this.packages = new Packages(environment.erp(), blobs);
    this.security = new SecurityService(tokens, options.clock());
    this.inventory = new InventoryService(environment.erp(), security);
    this.control = new Control(environment);
    this.server =
        TwinServer.start(
            options.host(), options.port(), dials, options.clock(), new Door(this::handle));
  }

  /** Starts with the built-in demo companies. */
  public static FinanceOperationsTwin start(Options options) throws IOException {
    return start(options, Schema.resource("demo.json"));
  }

  /** Starts with companies of one's own, in the form of the built-in ones. */
  public static FinanceOperationsTwin start(Options options, JsonNode setup) throws IOException {
    return new FinanceOperationsTwin(options, setup);
  }

  /** Base address without trailing slash: the environment's address. */
  public URI uri() {
    return server.uri();
  }

  /** Where access tokens are issued. */
  public URI tokenUri() {
    return URI.create(server.uri() + "/" + options.tenant() + "/oauth2/v2.0/token");
  }

  /** What a token is asked for. */
  public String scope() {
    return CLOUD + "/.default";
  }

  public Dials dials() {
    return dials;
  }

  public TwinServer server() {
    return server;
  }

  /** The client secret expires; a person has made this one instead. */
  public void replaceSecret(String successor) {
    tokens.replaceSecret(successor);
  }

  /** What {@code /_twin/} offers, for tests that run in the same process. */
  public Control control() {
    return control;
  }

  @Override
  public void close() {
    server.close();
    environment.close();
  }

  private boolean isAnyScope(String scope) {
    return isScope(scope) || scope.equals(SecurityService.ENTRA_SCOPE);
  }

  private boolean isScope(String scope) {
    return Set.of(CLOUD, server.uri().toString())
        .contains(scope.replaceFirst("/*/\\.default$", ""));
  }

  private Answer handle(Call call) throws InterruptedException {
    if (call.path().startsWith("/_twin/")) {
      return control.handle(call);
    }
    if (TOKEN.matcher(call.path()).matches() && call.method().equals("POST")) {
      return tokens.issue(call);
    }
    if (SecurityService.isAsked(call)) {
      return security.handle(call);
    }
    if (call.path().startsWith(InventoryService.PATH)) {
      return inventory.handle(call);
    }
    if (call.path().startsWith("/blobs/")) {
      return blobs.handle(call);
    }
    if (!tokens.accepts(call, this::isScope) || !settings().clientMapped()) {
      return Answer.empty(401).with("WWW-Authenticate", "Bearer realm=\"\"");
    }
    if (call.path().startsWith("/metadata/")) {
      return metadata.handle(call, call.path().substring("/metadata/".length()));
    }
    if (call.path().startsWith(Packages.PATH)) {
      return packages.handle(call);
    }
    if (call.path().startsWith("/api/services/")) {
      return postings.handle(call);
    }
    if (call.path().equals("/data/$batch") && call.method().equals("POST")) {
      return batch(call);
    }
    AtomicInteger orders = new AtomicInteger();
    return slowed(data(call, orders), orders);
  }

  private Answer batch(Call call) throws InterruptedException {
    AtomicInteger orders = new AtomicInteger();
    return slowed(new Batch(environment.erp(), part -> data(part, orders)).handle(call), orders);
  }

  /** New headers take their time, in a batch one after the other. */
  private Answer slowed(Answer answer, AtomicInteger orders) throws InterruptedException {
    Thread.sleep(settings().orderInsertMs() * orders.get());
    return answer;
  }

  private Answer data(Call call, AtomicInteger orders) {
    server.calls().countOperation(call);
    Answer answer = environment.data(call);
    if (ORDER.matcher(call.path()).matches() && answer.status() == 201) {
      orders.incrementAndGet();
    }
    return answer;
  }

  private Settings settings() {
    return environment.erp().settings();
  }
}
