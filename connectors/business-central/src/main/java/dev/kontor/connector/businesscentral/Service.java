package dev.kontor.connector.businesscentral;

import dev.kontor.kit.BasicSignIn;
import dev.kontor.kit.OAuthTokens;
import dev.kontor.kit.OData;
import dev.kontor.kit.SignIn;
import dev.kontor.kit.WindowsSignIn;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a company is reached and how calls are signed: Microsoft's cloud, or a server of one's own
 * (business-central/behaviours.md §1 and §2).
 */
final class Service {

  private static final String CLOUD = "https://api.businesscentral.dynamics.com";
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String SOAP = "soapServer";
  private static final String AUTHORITY = "https://login.microsoftonline.com";

  private final Settings settings;
  private final Credentials credentials;
  private final String root;

  private Service(Settings settings, String root) {
    this.settings = settings;
    this.credentials = Credentials.of(settings);
    this.root = root;
  }

  static Service of(Settings settings) {
    String root =
        settings
            .optional("server")
            .map(Service::trimmed)
            .orElseGet(
                () ->
                    trimmed(settings.optional("apiRoot").orElse(CLOUD))
                        + "/v2.0/"
                        + settings.text("tenant")
                        + "/"
                        + settings.text("environment"));
    return new Service(settings, root + "/api/");
  }

  /** Root of API v2.0. */
  URI api() {
    return URI.create(root + "v2.0/");
  }

  /** Root of the pages that say what can be subscribed to. */
  URI runtime() {
    return URI.create(root + "microsoft/runtime/beta/");
  }

  /**
   * Root of an app's pages.
   *
   * @param route publisher, group and version
   */
  URI app(String route) {
    return URI.create(root + route + "/");
  }

  /** A page of a server of one's own that is published as a SOAP web service. */
  URI soap(String company, String service) {
    return URI.create(
        trimmed(settings.text(SOAP))
            + "/WS/"
            + OData.encoded(company)
            + "/Page/"
            + OData.encoded(service));
  }

  SignIn signIn(Toolbox toolbox) {
    try {
      return switch (credentials) {
        case WINDOWS ->
            new WindowsSignIn(
                toolbox, WindowsUser.of(credentials.name(settings), credentials.secret(settings)));
        case ACCESS_KEY ->
            new BasicSignIn(credentials.name(settings), credentials.secret(settings));
        case APPLICATION -> application(toolbox);
      };
    } catch (IllegalArgumentException e) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + "." + credentials.setting(),
              "cannot be signed in: " + e.getMessage()));
    }
  }

  private SignIn application(Toolbox toolbox) {
    String authority = trimmed(settings.optional("authority").orElse(AUTHORITY));
    return new OAuthTokens(
        toolbox,
        URI.create(authority + "/" + settings.text("tenant") + "/oauth2/v2.0/token"),
        Map.of(
            "client_id", credentials.name(settings),
            "client_secret", credentials.secret(settings),
            "scope", CLOUD + "/.default"));
  }

  private boolean isOwn() {
    return settings.optional("server").isPresent();
  }

  String signInRemedy() {
    return credentials.remedy();
  }

  String reachRemedy() {
    return isOwn()
        ? "Check the address of server, whether the instance runs, and that its API services are"
            + " on (ApiServicesEnabled); where they are off it answers 405."
        : "Check apiRoot, tenant and environment, and whether the service is up.";
  }

  /** A key that crosses a network in the clear is anybody's, and so is a signed-in connection. */
  Optional<Finding> weakness() {
    return Stream.concat(Stream.of(api()), settings.optional(SOAP).stream().map(URI::create))
        .filter(Service::isReadByOthers)
        .findFirst()
        .flatMap(address -> exposed().map(what -> weakness(what, address)));
  }

  private static Finding weakness(String what, URI address) {
    return Finding.warning(
        "sign-in",
        what + " " + address.getHost() + " without encryption",
        "Switch TLS on for the instance's OData and SOAP services and use https in server and "
            + SOAP
            + ".");
  }

  private Optional<String> exposed() {
    return switch (credentials) {
      case WINDOWS -> Optional.of("the Windows user's connections lead to");
      case ACCESS_KEY -> Optional.of("user and access key are sent to");
      case APPLICATION -> Optional.empty();
    };
  }

  /** Whether what is sent to an address crosses a network in the clear. */
  static boolean isReadByOthers(URI address) {
    return "http".equals(address.getScheme()) && !LOCAL.contains(address.getHost());
  }

  private static String trimmed(String root) {
    return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }
}
