export interface CustomerDto {
  id: string;
  email: string;
  name: string;
}
