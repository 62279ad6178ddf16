package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.soap.PageService;
import dev.kontor.kit.EntityModel;
import dev.kontor.kit.Faults;
import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
import dev.kontor.kit.ODataSession;
import dev.kontor.kit.SignIn;
import dev.kontor.kit.SignedHttp;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One company of one environment: its client, found lazily by name or id, and its metadata. */
final class Company {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String COMPANION = "kontor/commerce/v1.0";
  private static final Faults FAULTS = Faults.of(Company.class, "faults.json");

  /** Pins the language and number format of messages (behaviours.md §3). */
  private static final Map<String, String> LANGUAGE = Map.of("Accept-Language", "en-US");

  private final Configuration configuration;
  private final InstantSource clock;
  private final ODataSession session;
  private final ODataSession runtime;
  private final SignIn signIn;
  private final Toolbox toolbox;
  private final Map<String, ApiPages> apps = new ConcurrentHashMap<>();
  private final Map<String, PageService> soap = new ConcurrentHashMap<>();
  private volatile @Nullable ODataClient client;
  private volatile @Nullable EntityModel model;
  private volatile @Nullable String prefix;
  private volatile @Nullable String name;

  Company(Configuration configuration, Toolbox toolbox) {
    this.configuration = configuration;
    this.toolbox = toolbox;
    this.clock = toolbox.clock();
    Service service = configuration.service();
    this.signIn = service.signIn(toolbox);
    this.session = session(toolbox, service.api(), signIn);
    this.runtime = session(toolbox, service.runtime(), signIn);
  }

  private static ODataSession session(Toolbox toolbox, URI root, SignIn signIn) {
    return new ODataSession(toolbox, root, signIn, LANGUAGE, FAULTS);
  }

  InstantSource clock() {
    return clock;
  }

  ODataClient client() {
    ODataClient known = client;
    return known == null ? findClient() : known;
  }

  /** Many ask at the same moment after a start; one of them finds out, the others wait for it. */
  private synchronized ODataClient findClient() {
    ODataClient known = client;
    if (known == null) {
      known = new ODataClient(session, prefix());
      client = known;
    }
    return known;
  }

  /** What belongs to no company, such as subscriptions. */
  ODataClient environment() {
    return new ODataClient(session, "");
  }

  /** This company's part of an address, ending with a slash. */
  String path() {
    return prefix();
  }

  /**
   * Those of some entity sets whose changes the environment announces. It is asked only about what
   * the documentation does not list.
   */
  List<Watched> announced(List<Watched> some) {
    if (some.stream().allMatch(Watched::isDocumented)) {
      return some;
    }
    Set<String> supported = supported();
    return some.stream()
        .filter(w -> w.isDocumented() || supported.contains("v2.0/" + w.entitySet()))
        .toList();
  }

  /** Nothing where the environment does not tell it. */
  private Set<String> supported() {
    try {
      return new ODataClient(runtime, prefix())
          .all(ODataQuery.of("webhookSupportedResources").filter("resource eq 'v2.0*'")).stream()
              .map(row -> Json.text(row, "resource", ""))
              .collect(Collectors.toSet());
    } catch (FaultException e) {
      if (Faults.isAboutDocument(e.fault()) || e.fault() instanceof Fault.Forbidden) {
        return Set.of();
      }
      throw e;
    }
  }

  /** The project's own API pages in this company, if they are installed. */
  ApiPages companion() {
    return app(COMPANION);
  }

  /**
   * The API pages of an app in this company.
   *
   * @param route publisher, group and version
   */
  ApiPages app(String route) {
    return apps.computeIfAbsent(
        route,
        r ->
            new ApiPages(
                session(toolbox, configuration.service().app(r), signIn), this::prefix, clock));
  }

  /** A page that is published as a SOAP web service in this company. */
  PageService soap(String service) {
    return soap.computeIfAbsent(
        service,
        name ->
            new PageService(
                new SignedHttp(toolbox, signIn, LANGUAGE),
                () -> configuration.service().soap(name(), name),
                name,
                clock,
                PageService.SET_SIZE));
  }

  /** What the environment offers; an older one may lack fields (behaviours.md §9). */
  EntityModel model() {
    EntityModel known = model;
    return known == null ? findModel() : known;
  }

  private synchronized EntityModel findModel() {
    EntityModel known = model;
    if (known == null) {
      known = environment().metadata();
      model = known;
    }
    return known;
  }

  /** Where set, it spares reading companyInformation. */
  Optional<String> localCurrency() {
    return configuration.settings().optional("localCurrency");
  }

  /** Keys of API v2.0 are GUIDs; asking for anything else is a malformed address. */
  static boolean isId(String text) {
    return GUID.matcher(text).matches();
  }

  private String prefix() {
    String known = prefix;
    if (known == null) {
      known = "companies(" + companyId() + ")/";
      prefix = known;
    }
    return known;
  }

  private String name() {
    String known = name;
    if (known == null) {
      String company = configuration.company();
      known =
          isId(company)
              ? environment()
                  .one(ODataQuery.of(OData.key("companies", company)).select(List.of("name")))
                  .map(found -> Json.text(found, "name", company))
                  .orElse(company)
              : company;
      name = known;
    }
    return known;
  }

  private String companyId() {
    String company = configuration.company();
    if (isId(company)) {
      return company;
    }
    List<JsonNode> found =
        environment().all(ODataQuery.of("companies").filter("name eq " + OData.quoted(company)));
    return found.stream()
        .map(hit -> Json.text(hit, "id"))
        .filter(id -> id != null)
        .findFirst()
        .orElseThrow(
            () ->
                new FaultException(
                    configuration.wrong(
                        "company",
                        "names no company of this environment; use its name (not the display name)"
                            + " or its id")));
  }
}
