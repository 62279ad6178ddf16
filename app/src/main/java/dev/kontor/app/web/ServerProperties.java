package dev.kontor.app.web;

import java.util.HashMap;
import java.util.Map;

/** What every listening port is set to. */
final class ServerProperties {

  private ServerProperties() {}

  /**
   * @param own those of this port alone
   */
  static Map<String, Object> of(int port, Map<String, Object> own) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", port);
    properties.put("spring.main.web-application-type", "servlet");
    properties.put("spring.threads.virtual.enabled", "true");
    // Between two pieces of a request; the whole body has its own limit.
    properties.put("server.tomcat.connection-timeout", "20s");
    properties.put("spring.servlet.multipart.enabled", "false");
    properties.put("spring.mvc.formcontent.filter.enabled", "false");
    properties.put("spring.jmx.enabled", "false");
    // A shop's or proxy's connection serves for as long as it is used.
    properties.put("server.tomcat.max-keep-alive-requests", "-1");
    // Nobody's word about who calls is believed unless a proxy is named.
    properties.put("server.forward-headers-strategy", "none");
    properties.put("spring.web.resources.add-mappings", "false");
    properties.put("springdoc.api-docs.enabled", "false");
    properties.put("spring.jackson.deserialization.fail-on-unknown-properties", "true");
    properties.putAll(own);
    return properties;
  }
}
