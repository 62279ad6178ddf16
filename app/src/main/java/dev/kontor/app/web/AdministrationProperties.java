package dev.kontor.app.web;

import dev.kontor.engine.config.AdministrationConfig;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the administration's port is set to beside what every port is. */
final class AdministrationProperties {

  private AdministrationProperties() {}

  static Map<String, Object> of(InetAddress address, AdministrationConfig settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", address.getHostAddress());
    properties.put("springdoc.api-docs.enabled", "true");
    properties.put("springdoc.api-docs.path", "/api/openapi.json");
    if (!settings.proxies().isEmpty()) {
      properties.put("server.forward-headers-strategy", "native");
      properties.put("server.tomcat.remoteip.internal-proxies", pattern(settings));
      properties.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
      properties.put("server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
      // Proxies pass on what clients make up here.
      properties.put("server.tomcat.remoteip.host-header", "");
      properties.put("server.tomcat.remoteip.port-header", "");
    }
    return properties;
  }

  /** Exactly these addresses, as the server writes them. */
  private static String pattern(AdministrationConfig settings) {
    return settings.proxies().stream()
        .map(proxy -> Pattern.quote(InetAddress.ofLiteral(proxy).getHostAddress()))
        .collect(Collectors.joining("|"));
  }
}
