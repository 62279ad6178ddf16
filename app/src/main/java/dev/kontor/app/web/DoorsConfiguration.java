package dev.kontor.app.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The public port: doors and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SilentErrors.class)
class DoorsConfiguration {

  @Bean
  FilterRegistrationBean<DoorFilter> door(HubGate gate) {
    FilterRegistrationBean<DoorFilter> door =
        new FilterRegistrationBean<>(new DoorFilter(gate, System::nanoTime));
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    door.setDispatcherTypes(DispatcherType.REQUEST);
    return door;
  }
}
