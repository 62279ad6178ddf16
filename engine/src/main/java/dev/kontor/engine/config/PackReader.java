package dev.kontor.engine.config;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes flows of the packs in use: the pack's defaults with the operator's settings over them. */
final class PackReader {

  private final YamlDocument document;
  private final ConnectorSchemas installed;
  private final Map<String, ConnectionConfig> connections;
  private final List<Problem> problems;
  private final Set<String> names = new HashSet<>();

  PackReader(
      YamlDocument document,
      ConnectorSchemas installed,
      Map<String, ConnectionConfig> connections,
      List<Problem> problems) {
    this.document = document;
    this.installed = installed;
    this.connections = connections;
    this.problems = problems;
  }

  List<FlowConfig> read() {
    List<FlowConfig> flows = new ArrayList<>();
    JsonNode packs = document.root().path("packs");
    for (int i = 0; i < packs.size(); i++) {
      String name = packs.path(i).path("use").asString();
      String text = installed.pack(name).orElse("");
      if (!text.isEmpty()) {
        YamlDocument pack = YamlDocument.parse("packs/" + name + ".yaml", text);
        flows.addAll(flows("/packs/" + i, packs.path(i), pack));
      }
    }
    return SharedStock.among(flows);
  }

  private List<FlowConfig> flows(String pointer, JsonNode use, YamlDocument pack) {
    Map<String, ConnectionConfig> roles = roles(pointer + "/roles", use.path("roles"), pack);
    JsonNode shipped = pack.root().path("flows");
    checkFlowNames(pointer + "/flows", use.path("flows"), shipped);
    Owners owners = new Owners(document, problems);
    List<FlowConfig> flows = new ArrayList<>();
    if (roles.size() < pack.root().path("roles").size()) {
      return flows; // said above; flows without their connections would only repeat it
    }
    for (Map.Entry<String, JsonNode> flow : shipped.properties()) {
      FlowText text =
          new FlowText(
              flow.getKey(), flow.getValue(), use.path("flows").path(flow.getKey()), roles);
      try {
        FlowConfig config = text.read(use.path("prefix").asString(""));
        String at = FieldPath.pointer(pointer + "/flows", flow.getKey());
        check(pointer, at, config);
        owners.check(at, config, use.path("flows").path(flow.getKey()));
        flows.add(config);
      } catch (DateTimeException e) {
        problems.add(
            document.problem(
                pointer + "/flows/" + flow.getKey() + "/conditions/from",
                "is no day of the calendar",
                "write a day such as 2026-01-31"));
      }
    }
    return withDebtors(owners.shared(flows, pointer));
  }

  /** While orders are rehearsed no debtor is made for them either. */
  private static List<FlowConfig> withDebtors(List<FlowConfig> flows) {
    Set<String> debtors =
        flows.stream()
            .filter(flow -> flow.dryRun() && flow.kind() == FlowKind.ORDERS)
            .flatMap(flow -> flow.customersFlow().stream())
            .collect(Collectors.toSet());
    return flows.stream()
        .map(flow -> debtors.contains(flow.name()) ? flow.rehearsed() : flow)
        .toList();
  }

  private void checkFlowNames(String pointer, JsonNode flows, JsonNode shipped) {
    for (String name : flows.propertyNames()) {
      if (!shipped.has(name)) {
        problems.add(
            document.problem(
                FieldPath.pointer(pointer, name),
                "is no flow of the pack",
                Nearest.remedy(name, shipped.propertyNames(), "remove it")));
      }
    }
  }

  private void check(String pointer, String at, FlowConfig flow) {
    if (!names.add(flow.name())) {
      problems.add(
          document.problem(
              pointer,
              "makes a second flow named '" + flow.name() + "'",
              "give this use of the pack a prefix, e.g. prefix: second-"));
    }
    if (flow.quiet().windows().stream().anyMatch(w -> w.from().equals(w.to()))) {
      problems.add(
          document.problem(
              at + "/quiet",
              "lets the flow '" + flow.name() + "' rest from and to the same time",
              "name two different times under quiet, or switch the flow off: enabled: false"));
    }
    boolean posts = flow.kind() == FlowKind.INVOICES || flow.kind() == FlowKind.SHIPMENTS;
    if (posts && !flow.conditions().hold().isZero()) {
      problems.add(
          document.problem(
              at + "/conditions/hold",
              "states conditions.hold of the flow '" + flow.name() + "', which does not wait",
              "remove it; the flow of orders can hold orders back"));
    }
    if (flow.reconcile() != null && !flow.kind().isCompared()) {
      problems.add(
          document.problem(
              at + "/reconcile",
              "has a time to compare the flow '" + flow.name() + "', which cannot be compared",
              "remove its reconcile; flows of orders, payments, stock, state and shared customers can"
                  + " have one"));
    }
    List<String> mappings = new ArrayList<>(List.of(flow.to().mapping()));
    Stream.of(flow.from().mapping(), flow.to().reading())
        .filter(Objects::nonNull)
        .forEach(mappings::add);
    for (String mapping : mappings) {
      if (installed.mapping(mapping).isEmpty()) {
        problems.add(
            document.problem(
                pointer + "/use",
                "needs the mapping '" + mapping + "', which no installed connector ships",
                "install the connector's version the pack was made for"));
      }
    }
  }

  private Map<String, ConnectionConfig> roles(String pointer, JsonNode roles, YamlDocument pack) {
    JsonNode wanted = pack.root().path("roles");
    for (String role : roles.propertyNames()) {
      if (!wanted.has(role)) {
        problems.add(
            document.problem(
                FieldPath.pointer(pointer, role),
                "is no role of the pack",
                Nearest.remedy(role, wanted.propertyNames(), "remove it")));
      }
    }
    Map<String, ConnectionConfig> filled = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> role : wanted.properties()) {
      String at = FieldPath.pointer(pointer, role.getKey());
      String connector = role.getValue().path("connector").asString();
      fill(filled, role.getKey(), at, roles.path(role.getKey()).asString(""), connector);
    }
    return filled;
  }

  private void fill(
      Map<String, ConnectionConfig> filled,
      String role,
      String pointer,
      String name,
      String connector) {
    ConnectionConfig connection = connections.get(name);
    if (name.isEmpty()) {
      problems.add(
          document.problem(
              pointer, "is missing", "name the connection that is the pack's " + role));
    } else if (connection == null) {
      problems.add(
          document.problem(
              pointer,
              "names the connection '" + name + "', which is not configured",
              Nearest.remedy(name, new TreeSet<>(connections.keySet()), "add it")));
    } else if (!connection.connector().equals(connector)) {
      problems.add(
          document.problem(
              pointer,
              "names a connection to " + connection.connector(),
              "name one whose connector is " + connector));
    } else {
      filled.put(role, connection);
    }
  }
}
