import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: @types/aws-lambda 8 (handlers by their trigger), @middy/core 6 README. What a handler of an HTTP trigger returns is the response.

export const awsLambda = defineLibrary({
  name: 'aws-lambda',
  concern: 'http',
  modules: ['aws-lambda', '@types/aws-lambda', '@middy/core'],
  exports: {
    ...each('APIGatewayProxyHandler APIGatewayProxyHandlerV2 ALBHandler LambdaFunctionURLHandler APIGatewayHandler', { type: 'handler' }),
    ...each('APIGatewayProxyEvent APIGatewayProxyEventV2 ALBEvent LambdaFunctionURLEvent APIGatewayEvent', { type: 'event' }),
  },
  types: {
    event: { properties: each('body queryStringParameters pathParameters headers multiValueQueryStringParameters', 'input') },
    handler: { handler: { params: ['event'], returns: true } },
  },
});
