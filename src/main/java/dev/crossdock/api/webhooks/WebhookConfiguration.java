package dev.crossdock.api.webhooks;

import dev.crossdock.api.web.Bodies;
import dev.crossdock.api.web.FrontDoor;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door of the channels in its place. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean
  FilterRegistrationBean<WebhookDoor> webhooks(
      Ids ids, Bodies bodies, ChannelRegistry channels, ChannelAccounts accounts, Inbox inbox, MeterRegistry meters,
      InstantSource time) {
    FrontDoor.Reception reception = new FrontDoor.Reception(ids, bodies, WebhookDoor.BYTES_MAX);
    WebhookDoor door =
        new WebhookDoor(reception, channels, accounts, inbox, new WebhookMeters(meters), time);
    FilterRegistrationBean<WebhookDoor> registration = new FilterRegistrationBean<>(door);
    registration.addUrlPatterns(WebhookDoor.URL_PATTERN);
    registration.setOrder(FrontDoor.ORDER);
    return registration;
  }
}
