import {useTexts} from '../texts';

export function Missing() {
  return <p>{useTexts().common.notFound}</p>;
}
