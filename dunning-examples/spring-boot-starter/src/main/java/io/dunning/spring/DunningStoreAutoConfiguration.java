package io.dunning.spring;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.PolicySet;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
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
public class DunningStoreAutoConfiguration {
  /** Made by Spring Boot. */
  DunningStoreAutoConfiguration() {}

  /**
   * Tenants, once the tables are there.
   *
   * @param source the database
   * @param manager its transactions
   * @param settings the settings
   * @param environment names the address of the database, in case its owner makes the tables
   * @return the tenants
   * @throws DunningStartException if the tables cannot be made or used
   */
  @Bean
  @ConditionalOnMissingBean
  Tenants dunningTenants(
      DataSource source,
      PlatformTransactionManager manager,
      DunningProperties settings,
      Environment environment) {
    String url = environment.getProperty("spring.datasource.url", "");
    String user = environment.getProperty("spring.datasource.username", "");
    DunningMigration.migrate(source, url, user, settings.database());
    Tenants tenants = new Tenants(JdbcClient.create(source), manager);
    try {
      settings.tenants().forEach(tenants::add);
    } catch (DataAccessException e) {
      throw DunningMigration.unusable(user, e);
    }
    return tenants;
  }

  /**
   * The books.
   *
   * @param tenants makes sure that the tables are there
   * @param source the database
   * @param clock says which day it is
   * @return books in PostgreSQL
   */
  @Bean
  @ConditionalOnMissingBean
  Books dunningBooks(Tenants tenants, DataSource source, Clock clock) {
    return new JdbcBooks(tenants, new JdbcTemplate(source), clock);
  }

  /**
   * Approvals.
   *
   * @param tenants the tenants
   * @param books the books
   * @param source the database
   * @param clock says which day it is
   * @return the approvals
   */
  @Bean
  @ConditionalOnMissingBean
  Approvals dunningApprovals(Tenants tenants, Books books, DataSource source, Clock clock) {
    return new Approvals(tenants, books, new JdbcTemplate(source), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  Outbox dunningOutbox(DataSource source, ObjectProvider<ActionSender> senders, Clock clock) {
    SchedulerClient client =
        SchedulerClient.Builder.create(
                new TransactionAwareDataSourceProxy(source),
                Tasks.oneTime(Outbox.TASK).execute((instance, context) -> {}))
            .tableName(DunningScheduler.TABLE)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .build();
    return new Outbox(
        new JdbcTemplate(source), client, senders.orderedStream().toList(), Clock.systemUTC());
  }

  @Bean
  @ConditionalOnMissingBean
  PolicyArchive dunningPolicyArchive(Tenants tenants, DataSource source, PolicySet policies) {
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
   * @param clock says which day it is
   * @param outbox takes what is to be sent
   * @param events is told about each run
   * @param settings the settings
   * @return the run
   */
  @Bean
  @ConditionalOnMissingBean
  DunningRun dunningRun(
      Tenants tenants,
      Books books,
      PolicySet policies,
      DunningEvaluator evaluator,
      Approvals approvals,
      Clock clock,
      Outbox outbox,
      ApplicationEventPublisher events,
      DunningProperties settings) {
    DunningRun.Parts parts =
        new DunningRun.Parts(tenants, books, policies, evaluator, approvals, clock);
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
   * @param clock says which day it is
   * @return the deliveries
   */
  @Bean
  @ConditionalOnMissingBean
  Deliveries dunningDeliveries(
      Tenants tenants,
      Books books,
      PolicyArchive archive,
      Outbox outbox,
      DataSource source,
      ApplicationEventPublisher events,
      Clock clock) {
    return new Deliveries(
        tenants, books, archive, outbox, JdbcClient.create(source), events, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  Attempts dunningAttempts(Tenants tenants, DataSource source, ApplicationEventPublisher events) {
    return new Attempts(tenants, JdbcClient.create(source), events);
  }

  @Bean
  @ConditionalOnMissingBean
  DunningScheduler dunningScheduler(
      DataSource source,
      DunningProperties settings,
      DunningRun run,
      Attempts attempts,
      Deliveries deliveries,
      Outbox outbox) {
    DeliveryTask task =
        new DeliveryTask(attempts, deliveries, outbox, settings.outbox(), Clock.systemUTC());
    return new DunningScheduler(new TransactionAwareDataSourceProxy(source), settings, run, task);
  }
}
