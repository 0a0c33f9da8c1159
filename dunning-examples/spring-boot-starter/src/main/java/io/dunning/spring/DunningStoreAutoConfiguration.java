package io.dunning.spring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.PolicySet;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** Books, run, approvals and outbox, where there is a database. */
@AutoConfiguration(
    after = {
      DunningAutoConfiguration.class,
      DunningLettersAutoConfiguration.class,
      DunningMailAutoConfiguration.class,
      DataSourceAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class
    })
@ConditionalOnSingleCandidate(DataSource.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class DunningStoreAutoConfiguration {
  /** Made by Spring Boot. */
  DunningStoreAutoConfiguration() {}

  /**
   * Makes the tables before anything uses them.
   *
   * @param source the database
   * @param details its address, where Spring Boot knows it
   * @param settings the settings
   * @return the migration
   */
  @Bean
  DunningMigration dunningMigration(
      DataSource source,
      ObjectProvider<JdbcConnectionDetails> details,
      DunningProperties settings) {
    return new DunningMigration(source, Optional.ofNullable(details.getIfUnique()), settings);
  }

  /**
   * Tenants.
   *
   * @param source the database
   * @param manager its transactions
   * @return the tenants
   */
  @Bean
  @ConditionalOnMissingBean
  Tenants dunningTenants(DataSource source, PlatformTransactionManager manager) {
    return new Tenants(JdbcClient.create(source), manager);
  }

  /**
   * The books.
   *
   * @param tenants the tenants
   * @param source the database
   * @param day says which day it is
   * @return books in PostgreSQL
   */
  @Bean
  @ConditionalOnMissingBean
  Books dunningBooks(Tenants tenants, DataSource source, DayClock day) {
    return new JdbcBooks(tenants, new JdbcTemplate(source), day.clock());
  }

  /**
   * Approvals.
   *
   * @param tenants the tenants
   * @param books the books
   * @param source the database
   * @param day says which day it is
   * @return the approvals
   */
  @Bean
  Approvals dunningApprovals(Tenants tenants, Books books, DataSource source, DayClock day) {
    return new Approvals(tenants, books, new JdbcTemplate(source), day.clock());
  }

  @Bean
  Outbox dunningOutbox(
      DataSource source,
      ObjectProvider<ActionSender> senders,
      PolicyArchive archive,
      ContactHours hours,
      ListableBeanFactory beans,
      DunningProperties settings) {
    SendersAtStart.check(beans, settings);
    SchedulerClient client =
        SchedulerClient.Builder.create(
                new TransactionAwareDataSourceProxy(source),
                Tasks.oneTime(Outbox.TASK).execute((instance, context) -> {}))
            .tableName(DunningScheduler.TABLE)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .build();
    return new Outbox(
        new JdbcTemplate(source),
        client,
        senders.orderedStream().toList(),
        archive,
        hours,
        Clock.systemUTC());
  }

  @Bean
  ContactHours dunningContactHours(BusinessCalendar calendar, DayClock day) {
    return new ContactHours(calendar, day.clock());
  }

  @Bean
  PolicyArchive dunningPolicyArchive(DataSource source, PolicySet policies) {
    return new PolicyArchive(JdbcClient.create(source), policies);
  }

  /**
   * The run.
   *
   * @param tenants the tenants
   * @param books the books
   * @param policies which policy is for whom
   * @param evaluator decides
   * @param approvals what waits for a person
   * @param day says which day it is
   * @param outbox takes what is to be sent
   * @param events is told about each run
   * @param settings the settings
   * @return the run
   */
  @Bean
  DunningRun dunningRun(
      Tenants tenants,
      Books books,
      PolicySet policies,
      DunningEvaluator evaluator,
      Approvals approvals,
      DayClock day,
      Outbox outbox,
      ApplicationEventPublisher events,
      DunningProperties settings) {
    DunningRun.Parts parts =
        new DunningRun.Parts(tenants, books, policies, evaluator, approvals, day.clock());
    return new DunningRun(parts, outbox, events, settings.run().batch());
  }

  /**
   * Deliveries.
   *
   * @param tenants the tenants
   * @param books the books
   * @param archive the policies by which documents were made
   * @param outbox takes what is to be sent again
   * @param source the database
   * @param events is told how far actions have come
   * @param day says which day it is
   * @return the deliveries
   */
  @Bean
  Deliveries dunningDeliveries(
      Tenants tenants,
      Books books,
      PolicyArchive archive,
      Outbox outbox,
      DataSource source,
      ApplicationEventPublisher events,
      DayClock day) {
    return new Deliveries(
        tenants, books, archive, outbox, JdbcClient.create(source), events, day.clock());
  }

  @Bean
  Attempts dunningAttempts(Tenants tenants, DataSource source, ApplicationEventPublisher events) {
    return new Attempts(tenants, JdbcClient.create(source), events);
  }

  @Bean
  DunningScheduler dunningScheduler(
      DataSource source,
      DunningProperties settings,
      DunningRun run,
      Attempts attempts,
      Deliveries deliveries,
      Outbox outbox,
      ContactHours hours) {
    DeliveryTask task =
        new DeliveryTask(attempts, deliveries, outbox, hours, settings.outbox(), Clock.systemUTC());
    return new DunningScheduler(new TransactionAwareDataSourceProxy(source), settings, run, task);
  }
}
