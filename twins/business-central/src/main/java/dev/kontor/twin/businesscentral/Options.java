package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.ServerUser;
import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.businesscentral.soap.PublishedPage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one simulated environment is set up; immutable, each step gives new options. */
public final class Options {

  private static final int CURRENT_VERSION = 29;
  private static final int DOCUMENTED_RATE = 6000;

  private String host = "127.0.0.1";
  private int port;
  private InstantSource clock = InstantSource.system();
  private String tenant = "7c3f3c1e-0000-4000-8000-6d65726368aa";
  private String environment = "production";
  private String clientId = "kontor";
  private String clientSecret = "kontor-secret";
  private int version = CURRENT_VERSION;
  private Duration insertLatency = Duration.ofMillis(300);
  private Duration notificationDelay = Duration.ofSeconds(30);
  private int requestsPerFiveMinutes = DOCUMENTED_RATE;
  private boolean analyticsApi = true;
  private boolean companion;
  private boolean legacyPrices;
  private boolean tagToDelete = true;
  private boolean documentedWebhooksOnly;
  private @Nullable ServerUser serverUser;
  private List<PartnerApp> partnerApps = List.of();
  private List<PublishedPage> publishedPages = List.of();

  private Options() {}

  private Options(Options from) {
    host = from.host;
    port = from.port;
    clock = from.clock;
    tenant = from.tenant;
    environment = from.environment;
    clientId = from.clientId;
    clientSecret = from.clientSecret;
    version = from.version;
    insertLatency = from.insertLatency;
    notificationDelay = from.notificationDelay;
    requestsPerFiveMinutes = from.requestsPerFiveMinutes;
    analyticsApi = from.analyticsApi;
    companion = from.companion;
    legacyPrices = from.legacyPrices;
    tagToDelete = from.tagToDelete;
    documentedWebhooksOnly = from.documentedWebhooksOnly;
    serverUser = from.serverUser;
    partnerApps = from.partnerApps;
    publishedPages = from.publishedPages;
  }

  /**
   * A production environment on any free port with the timings of the real service: an order insert
   * takes 300 ms.
   */
  public static Options real() {
    return new Options();
  }

  /** The same without waiting and without a rate limit, for tests. */
  public static Options quick() {
    return real().timed(Duration.ZERO, Duration.ofHours(1)).limited(0);
  }

  public Options listening(String newHost, int newPort) {
    Options changed = new Options(this);
    changed.host = newHost;
    changed.port = newPort;
    return changed;
  }

  public Options clocked(InstantSource newClock) {
    Options changed = new Options(this);
    changed.clock = newClock;
    return changed;
  }

  public Options credentials(String newClientId, String newClientSecret) {
    Options changed = new Options(this);
    changed.clientId = newClientId;
    changed.clientSecret = newClientSecret;
    return changed;
  }

  /** Another platform version, with or without the Power BI app's API (stock per location). */
  public Options platform(int newVersion, boolean withAnalytics) {
    Options changed = new Options(this);
    changed.version = newVersion;
    changed.analyticsApi = withAnalytics;
    return changed;
  }

  /**
   * @param newInsertLatency time an order insert takes, in a batch too
   * @param newNotificationDelay time changes are collected before webhooks leave
   */
  public Options timed(Duration newInsertLatency, Duration newNotificationDelay) {
    Options changed = new Options(this);
    changed.insertLatency = newInsertLatency;
    changed.notificationDelay = newNotificationDelay;
    return changed;
  }

  /** Another rate limit of a user, 0 for none. */
  public Options limited(int newRequestsPerFiveMinutes) {
    Options changed = new Options(this);
    changed.requestsPerFiveMinutes = newRequestsPerFiveMinutes;
    return changed;
  }

  /** The same with the companion app installed, whose pages are at {@code kontor/commerce/v1.0}. */
  public Options withCompanion() {
    Options changed = new Options(this);
    changed.companion = true;
    return changed;
  }

  /** The same with an extension of a partner's beside those installed before. */
  public Options withApp(PartnerApp app) {
    Options changed = new Options(this);
    changed.partnerApps = Stream.concat(partnerApps.stream(), Stream.of(app)).toList();
    return changed;
  }

  /** The same with a page published as a SOAP web service, on a server of one's own. */
  public Options publishing(PublishedPage page) {
    Options changed = new Options(this);
    changed.publishedPages = Stream.concat(publishedPages.stream(), Stream.of(page)).toList();
    return changed;
  }

  /** The same with prices in the tables of former versions, the feature SalesPrices being off. */
  public Options withLegacyPrices() {
    Options changed = new Options(this);
    changed.legacyPrices = true;
    return changed;
  }

  /** The same as servers that delete rows without their tag, against the documentation. */
  public Options deletingWithoutTag() {
    Options changed = new Options(this);
    changed.tagToDelete = false;
    return changed;
  }

  /** The same where nothing beyond the documented list can be subscribed to. */
  public Options withDocumentedWebhooksOnly() {
    Options changed = new Options(this);
    changed.documentedWebhooksOnly = true;
    return changed;
  }

  /** A server instance of one's own, named BC, instead of an environment in Microsoft's cloud. */
  public Options onPremises(ServerUser user) {
    Options changed = new Options(this);
    changed.serverUser = user;
    return changed;
  }

  /** Of a server of one's own; null in the cloud. */
  public @Nullable ServerUser serverUser() {
    return serverUser;
  }

  List<PartnerApp> partnerApps() {
    return partnerApps;
  }

  List<PublishedPage> publishedPages() {
    return publishedPages;
  }

  boolean tagToDelete() {
    return tagToDelete;
  }

  boolean documentedWebhooksOnly() {
    return documentedWebhooksOnly;
  }

  public boolean hasCompanion() {
    return companion;
  }

  boolean hasLegacyPrices() {
    return legacyPrices;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  InstantSource clock() {
    return clock;
  }

  public String tenant() {
    return tenant;
  }

  public String environment() {
    return environment;
  }

  public String clientId() {
    return clientId;
  }

  public String clientSecret() {
    return clientSecret;
  }

  /** Of the platform; older ones lack tables and fields. */
  int version() {
    return version;
  }

  Duration insertLatency() {
    return insertLatency;
  }

  Duration notificationDelay() {
    return notificationDelay;
  }

  int requestsPerFiveMinutes() {
    return requestsPerFiveMinutes;
  }

  boolean analyticsApi() {
    return analyticsApi;
  }
}
