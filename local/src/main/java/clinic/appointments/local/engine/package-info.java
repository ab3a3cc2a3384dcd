/**
 * The engines that stand in for DynamoDB and SQS, with the tables and queues of a deployment. They know neither
 * policies nor functions. Touches process, call, template, ElasticMQ; a further engine is a class of its own here.
 */
package clinic.appointments.local.engine;
